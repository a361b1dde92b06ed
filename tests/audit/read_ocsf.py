"""Checks lines of OCSF JSON against what version 1.8 asks of our classes, and prints them as one JSON list.
Usage: read_ocsf.py FILE"""
import json
import sys

BASE = {"class_uid": int, "category_uid": int, "activity_id": int, "activity_name": str, "type_uid": int, "time": int, "severity_id": int,
        "status_id": int, "status_code": str, "status_detail": str, "message": str, "metadata": dict, "actor": dict,
        "src_endpoint": dict, "http_request": dict, "unmapped": dict}
NEEDED = {"class_uid", "category_uid", "activity_id", "type_uid", "time", "severity_id", "metadata"}
# class: its activities, what it must have, what one of must be there, what it may have besides
CLASSES = {
    0: ({0, 99}, {}, set()),
    2004: ({1, 2, 3}, {"finding_info": dict}, set()),
    2005: ({1, 2, 3}, {"finding_info_list": list, "status_id": int}, {"assignee", "assignee_group"}),
    3001: (set(range(1, 12)), {"user": dict}, set()),
    3002: (set(range(1, 7)), {"user": dict}, {"service", "dst_endpoint"}),
    3003: ({1, 2}, {"user": dict}, {"privileges", "group", "groups"}),
    3004: (set(range(1, 14)), {"entity": dict}, set()),
    3005: ({1, 2}, {"user": dict, "privileges": list}, set()),
    3006: (set(range(1, 7)), {"group": dict}, {"privileges", "user"}),
    4001: (set(range(1, 8)), {}, {"dst_endpoint", "src_endpoint"}),
    4002: (set(range(1, 10)), {"http_request": dict}, {"dst_endpoint", "src_endpoint"}),
    6002: (set(range(1, 9)), {"app": dict}, set()),
    6003: (set(range(1, 5)), {"actor": dict, "api": dict, "src_endpoint": dict}, set()),
    6006: (set(range(1, 17)), {"actor": dict, "file": dict, "src_endpoint": dict}, set()),
    6007: (set(range(1, 11)), {"scan": dict}, set()),
    6008: ({1, 2}, {}, set()),
}
MORE = {"assignee_group": dict, "service": dict, "dst_endpoint": dict, "privileges": list}
INSIDE = {"user": ({"name", "uid", "email_addr", "type_id"}, {"name", "uid"}), "entity": ({"name", "uid", "type"}, {"name", "uid"}),
          "group": ({"name", "uid"}, {"name", "uid"}), "src_endpoint": ({"ip", "name"}, {"ip", "name"}),
          "dst_endpoint": ({"name"}, {"name"}), "service": ({"name"}, {"name"}), "assignee_group": ({"name"}, {"name"}),
          "app": ({"name", "vendor_name", "version"}, {"name", "uid"}), "actor": ({"user", "app_name"}, {"user", "app_name"}),
          "http_request": ({"http_method", "user_agent", "uid", "url"}, {"url"}), "api": ({"operation"}, {"operation"})}


def strict(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a member twice")
    return dict(pairs)


def check(event):
    activities, must, one_of = CLASSES[event["class_uid"]]
    known = {**BASE, **MORE, **must}
    for name in NEEDED | must.keys():
        assert name in event, f"no {name}"
    if one_of:
        assert one_of & event.keys(), f"none of {one_of}"
    for name, value in event.items():
        assert type(value) is known[name], f"{name} is {type(value)}"
        if name in INSIDE:
            allowed, some = INSIDE[name]
            assert value.keys() <= allowed and some & value.keys(), f"{name}: {value.keys()}"
    assert event["activity_id"] in activities | {99}, event["activity_id"]
    assert ("activity_name" in event) == (event["activity_id"] == 99)
    assert event["category_uid"] == event["class_uid"] // 1000
    assert event["type_uid"] == event["class_uid"] * 100 + event["activity_id"]
    assert event["severity_id"] in (1, 2, 3, 5)
    assert event["status_id"] in (1, 2)
    assert 10**12 < event["time"] < 10**13, "milliseconds"
    metadata = event["metadata"]
    assert metadata["version"] == "1.8.0" and metadata["product"]["vendor_name"] and metadata["product"]["name"]
    if "user" in event:
        assert event["user"]["type_id"] in (0, 1, 2, 3, 99)
    for finding in [event["finding_info"]] if "finding_info" in event else event.get("finding_info_list", []):
        assert finding.keys() == {"title", "uid"} and all(finding.values())
    if "file" in event:
        assert {"name", "type_id"} <= event["file"].keys() <= {"name", "uid", "type_id"}
    if "scan" in event:
        assert event["scan"]["type_id"] in (1, 2)


with open(sys.argv[1], "rb") as file:
    raw = file.read()
assert not any(byte < 0x20 and byte != 0x0A for byte in raw), "a control"
lines = raw.decode("utf-8").split("\n")
assert lines.pop() == ""
events = [json.loads(line, object_pairs_hook=strict) for line in lines]
for event in events:
    try:
        check(event)
    except (AssertionError, KeyError) as error:
        raise SystemExit(f"{event.get('metadata', {}).get('event_code')}: {error!r}: {json.dumps(event)}")
print(json.dumps(events))
