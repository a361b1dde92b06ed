#include "tests/api/support/json_schema_cases.h"

namespace sallyport::test {

namespace {

constexpr std::string_view cases = R"json([
{"description": "type: integer", "schema": {"type": "integer"}, "tests": [
  {"description": "whole", "data": 1, "valid": true}, {"description": "whole as a fraction", "data": 1.0, "valid": true},
  {"description": "fraction", "data": 1.1, "valid": false}, {"description": "text", "data": "1", "valid": false},
  {"description": "object", "data": {}, "valid": false}, {"description": "array", "data": [], "valid": false},
  {"description": "true", "data": true, "valid": false}, {"description": "null", "data": null, "valid": false}]},
{"description": "type: number", "schema": {"type": "number"}, "tests": [
  {"description": "whole", "data": 1, "valid": true}, {"description": "fraction", "data": 1.1, "valid": true},
  {"description": "text", "data": "1", "valid": false}, {"description": "true", "data": true, "valid": false}]},
{"description": "type: string", "schema": {"type": "string"}, "tests": [
  {"description": "text", "data": "foo", "valid": true}, {"description": "empty text", "data": "", "valid": true},
  {"description": "a number in a text", "data": "1", "valid": true}, {"description": "number", "data": 1, "valid": false},
  {"description": "null", "data": null, "valid": false}]},
{"description": "type: object, array, boolean, null", "schema": {"type": ["object", "array", "boolean", "null"]}, "tests": [
  {"description": "object", "data": {"a": 1}, "valid": true}, {"description": "array", "data": [1], "valid": true},
  {"description": "false", "data": false, "valid": true}, {"description": "null", "data": null, "valid": true},
  {"description": "number", "data": 0, "valid": false}, {"description": "text", "data": "", "valid": false}]},
{"description": "properties", "schema": {"properties": {"foo": {"type": "integer"}, "bar": {"type": "string"}}}, "tests": [
  {"description": "both as they must be", "data": {"foo": 1, "bar": "x"}, "valid": true},
  {"description": "one is not", "data": {"foo": 1, "bar": {}}, "valid": false},
  {"description": "neither is", "data": {"foo": [], "bar": {}}, "valid": false},
  {"description": "others are free", "data": {"quux": []}, "valid": true},
  {"description": "no object", "data": [], "valid": true}, {"description": "no object either", "data": 12, "valid": true}]},
{"description": "properties with names of all kinds", "schema": {"properties": {"foo bar": {"type": "number"}, "foo\"bar": {"type": "number"},
  "foo\\bar": {"type": "number"}, "__proto__": {"type": "number"}, "constructor": {"type": "number"}}}, "tests": [
  {"description": "numbers", "data": {"foo bar": 1, "foo\"bar": 1, "foo\\bar": 1, "__proto__": 1, "constructor": 1}, "valid": true},
  {"description": "text", "data": {"foo\"bar": "1"}, "valid": false},
  {"description": "the name that programs stumble over", "data": {"__proto__": "x"}, "valid": false},
  {"description": "another", "data": {"constructor": {}}, "valid": false}]},
{"description": "required", "schema": {"properties": {"foo": {}, "bar": {}}, "required": ["foo"]}, "tests": [
  {"description": "there", "data": {"foo": 1}, "valid": true}, {"description": "null is there", "data": {"foo": null}, "valid": true},
  {"description": "not there", "data": {"bar": 1}, "valid": false}, {"description": "no object", "data": "", "valid": true}]},
{"description": "additionalProperties: false", "schema": {"properties": {"foo": {}, "bar": {}}, "additionalProperties": false}, "tests": [
  {"description": "none", "data": {"foo": 1}, "valid": true}, {"description": "one", "data": {"foo": 1, "bar": 2, "quux": true}, "valid": false},
  {"description": "no object", "data": [1, 2, 3], "valid": true}]},
{"description": "additionalProperties: a schema", "schema": {"properties": {"foo": {}}, "additionalProperties": {"type": "boolean"}}, "tests": [
  {"description": "none", "data": {"foo": 1}, "valid": true}, {"description": "as it must be", "data": {"foo": 1, "quux": true}, "valid": true},
  {"description": "not", "data": {"foo": 1, "quux": 12}, "valid": false}]},
{"description": "propertyNames", "schema": {"propertyNames": {"maxLength": 3}}, "tests": [
  {"description": "short", "data": {"f": {}, "foo": {}}, "valid": true}, {"description": "long", "data": {"foo": {}, "foobar": {}}, "valid": false},
  {"description": "no names", "data": {}, "valid": true}, {"description": "no object", "data": [1, 2, 3, 4], "valid": true}]},
{"description": "propertyNames and properties", "schema": {"properties": {"foobar": {"type": "integer"}}, "propertyNames": {"maxLength": 3}}, "tests": [
  {"description": "a declared name is a name, too", "data": {"foobar": 1}, "valid": false},
  {"description": "another", "data": {"foo": 1}, "valid": true}]},
{"description": "propertyNames with pattern", "schema": {"propertyNames": {"pattern": "^a+$"}}, "tests": [
  {"description": "matching", "data": {"a": {}, "aaa": {}}, "valid": true}, {"description": "not", "data": {"aaA": {}}, "valid": false}]},
{"description": "minProperties, maxProperties", "schema": {"minProperties": 1, "maxProperties": 2}, "tests": [
  {"description": "fewest", "data": {"a": 1}, "valid": true}, {"description": "most", "data": {"a": 1, "b": 2}, "valid": true},
  {"description": "too few", "data": {}, "valid": false}, {"description": "too many", "data": {"a": 1, "b": 2, "c": 3}, "valid": false},
  {"description": "no object", "data": "", "valid": true}]},
{"description": "maxProperties: 0", "schema": {"maxProperties": 0}, "tests": [
  {"description": "none", "data": {}, "valid": true}, {"description": "one", "data": {"foo": 1}, "valid": false}]},
{"description": "minLength, maxLength", "schema": {"minLength": 2, "maxLength": 3}, "tests": [
  {"description": "shortest", "data": "fo", "valid": true}, {"description": "longest", "data": "foo", "valid": true},
  {"description": "too short", "data": "f", "valid": false}, {"description": "too long", "data": "fooo", "valid": false},
  {"description": "one letter of two surrogates is one", "data": "\ud83d\udca9", "valid": false},
  {"description": "three of them are three", "data": "\ud83d\udca9\ud83d\udca9\ud83d\udca9", "valid": true},
  {"description": "no text", "data": 1000, "valid": true}]},
{"description": "pattern", "schema": {"pattern": "^a*$"}, "tests": [
  {"description": "matching", "data": "aaa", "valid": true}, {"description": "empty", "data": "", "valid": true},
  {"description": "not", "data": "abc", "valid": false}, {"description": "a line end is no end", "data": "aaa\n", "valid": false},
  {"description": "no text", "data": true, "valid": true}]},
{"description": "pattern is not anchored", "schema": {"pattern": "a+"}, "tests": [
  {"description": "inside", "data": "xxaayy", "valid": true}, {"description": "not there", "data": "xxyy", "valid": false}]},
{"description": "minimum", "schema": {"minimum": 1.1}, "tests": [
  {"description": "above", "data": 2.6, "valid": true}, {"description": "at it", "data": 1.1, "valid": true},
  {"description": "below", "data": 0.6, "valid": false}, {"description": "no number", "data": "x", "valid": true}]},
{"description": "minimum below zero", "schema": {"minimum": -2}, "tests": [
  {"description": "above", "data": -1, "valid": true}, {"description": "at it", "data": -2, "valid": true},
  {"description": "at it, as a fraction", "data": -2.0, "valid": true}, {"description": "just below", "data": -2.0001, "valid": false},
  {"description": "below", "data": -3, "valid": false}]},
{"description": "maximum", "schema": {"maximum": 3.0}, "tests": [
  {"description": "below", "data": 2.6, "valid": true}, {"description": "at it", "data": 3, "valid": true},
  {"description": "above", "data": 3.5, "valid": false}, {"description": "no number", "data": "x", "valid": true}]},
{"description": "bounds that a double cannot tell apart", "schema": {"minimum": 9007199254740993, "maximum": 18446744073709551614}, "tests": [
  {"description": "at the lower", "data": 9007199254740993, "valid": true}, {"description": "one below", "data": 9007199254740992, "valid": false},
  {"description": "at the upper", "data": 18446744073709551614, "valid": true}, {"description": "one above", "data": 18446744073709551615, "valid": false}]},
{"description": "enum", "schema": {"type": "string", "enum": ["foo", "bar", ""]}, "tests": [
  {"description": "one of them", "data": "foo", "valid": true}, {"description": "the empty one", "data": "", "valid": true},
  {"description": "none of them", "data": "Foo", "valid": false}, {"description": "longer", "data": "foo ", "valid": false}]},
{"description": "items", "schema": {"items": {"type": "integer"}}, "tests": [
  {"description": "all", "data": [1, 2, 3], "valid": true}, {"description": "one is not", "data": [1, "x"], "valid": false},
  {"description": "none", "data": [], "valid": true}, {"description": "no array", "data": {"0": "x", "length": 1}, "valid": true}]},
{"description": "items in items", "schema": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}, "tests": [
  {"description": "as deep", "data": [[1], [2, 3]], "valid": true}, {"description": "too flat", "data": [1, 2], "valid": false},
  {"description": "wrong at the bottom", "data": [["1"]], "valid": false}]},
{"description": "minItems, maxItems", "schema": {"minItems": 1, "maxItems": 2}, "tests": [
  {"description": "fewest", "data": [1], "valid": true}, {"description": "most", "data": [1, 2], "valid": true},
  {"description": "too few", "data": [], "valid": false}, {"description": "too many", "data": [1, 2, 3], "valid": false},
  {"description": "no array", "data": "foo", "valid": true}]},
{"description": "uniqueItems", "schema": {"uniqueItems": true}, "tests": [
  {"description": "different numbers", "data": [1, 2], "valid": true}, {"description": "the same number", "data": [1, 1], "valid": false},
  {"description": "the same in other words", "data": [1.0, 1.00, 1], "valid": false}, {"description": "false is not 0", "data": [0, false], "valid": true},
  {"description": "true is not 1", "data": [1, true], "valid": true}, {"description": "texts", "data": ["foo", "bar"], "valid": true},
  {"description": "the same text", "data": ["foo", "bar", "foo"], "valid": false},
  {"description": "a text is no number", "data": [1, "1"], "valid": true},
  {"description": "objects", "data": [{"foo": "bar"}, {"foo": "baz"}], "valid": true},
  {"description": "the same object in another order", "data": [{"a": 1, "b": 2}, {"b": 2, "a": 1}], "valid": false},
  {"description": "arrays in another order", "data": [[1, 2], [2, 1]], "valid": true},
  {"description": "the same array", "data": [["foo"], ["foo"]], "valid": false},
  {"description": "deep inside", "data": [{"a": {"b": [1, true]}}, {"a": {"b": [1, true]}}], "valid": false},
  {"description": "nearly", "data": [{"a": false}, {"a": 0}], "valid": true},
  {"description": "no array", "data": "aa", "valid": true}]},
{"description": "uniqueItems: false", "schema": {"uniqueItems": false}, "tests": [
  {"description": "the same", "data": [1, 1], "valid": true}]},
{"description": "nothing", "schema": {}, "tests": [
  {"description": "number", "data": 42, "valid": true}, {"description": "object", "data": {"a": [null]}, "valid": true}]}
])json";

} // namespace

std::string_view jsonSchemaCases() noexcept
{
    return cases;
}

} // namespace sallyport::test
