#include "backend/records/rich_text/html_attributes.h"

#include "backend/records/rich_text/ascii_letters.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

constexpr std::string_view ofEveryElement =
    " accesskey autocapitalize autofocus class contenteditable contextmenu dir draggable enterkeyhint hidden id inert inputmode "
    "is "
    "itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title translate "
    "writingsuggestions xmlns ";

struct OwnAttributes {
    std::string_view elements, attributes; ///< in blanks
};

/// https://html.spec.whatwg.org/multipage/indices.html#attributes-3 and §16.2, non-conforming features.
constexpr auto own = std::to_array<OwnAttributes>({
    {" a area link ", " alt as async blocking charset color coords crossorigin datafld datasrc disabled download href hreflang "
                      "imagesizes imagesrcset "
                      "integrity media methods name nohref ping referrerpolicy rel rev shape sizes target type urn "},
    {" applet embed iframe object param ",
     " align allow allowfullscreen allowtransparency archive border classid code codebase codetype data datafld datasrc declare "
     "form "
     "frameborder height hspace loading longdesc marginheight marginwidth name object pluginspage pluginurl referrerpolicy "
     "sandbox "
     "scrolling src srcdoc standby type typemustmatch usemap value valuetype vspace width wmode "},
    {" audio bgsound img image source track video ",
     " align alt autoplay border controls controlslist crossorigin datafld datasrc decoding default disablepictureinpicture "
     "disableremoteplayback dynsrc fetchpriority height hspace ismap kind label loading longdesc loop lowsrc media muted name "
     "playsinline poster preload referrerpolicy sizes src srclang srcset type usemap vspace width "},
    {" blockquote del ins q ", " cite datetime "},
    {" body frame frameset html ",
     " alink background bgcolor bottommargin cols frameborder leftmargin link longdesc manifest marginheight marginwidth name "
     "noresize rightmargin rows scrolling src text topmargin version vlink xml:lang "},
    {" br h1 h2 h3 h4 h5 h6 hr legend p div caption center ",
     " align clear color datafld dataformatas datasrc noshade nowrap size width "},
    {" button fieldset form input isindex keygen label option optgroup output select textarea ",
     " accept accept-charset action align alpha alt autocomplete capture checked cols colorspace command commandfor datafld "
     "dataformatas datasrc dirname disabled enctype for form formaction formenctype formmethod formnovalidate formtarget height "
     "hspace label list max maxlength method min minlength multiple name novalidate pattern placeholder popovertarget "
     "popovertargetaction prompt readonly rel required rows selected size src step target type usemap value vspace width wrap "},
    {" col colgroup table tbody td tfoot th thead tr ",
     " abbr align axis background bgcolor border bordercolor bordercolordark bordercolorlight cellpadding cellspacing char "
     "charoff "
     "colspan datapagesize frame headers height nowrap rowspan rules scope span summary valign width "},
    {" data meter progress time ", " datetime high low max min optimum value "},
    {" details dialog ", " name open closedby "},
    {" dir dl li menu ol ul ", " compact label reversed start type value "},
    {" font basefont ", " color face size "},
    {" base map meta slot ", " charset content href http-equiv media name property scheme target "},
    {" marquee ", " behavior bgcolor direction height hspace loop scrollamount scrolldelay truespeed vspace width "},
    {" pre listing plaintext xmp ", " cols width wrap "},
    {" script style ",
     " async blocking charset crossorigin defer event for integrity language media nomodule referrerpolicy src type "},
    {" svg math ", " display height version viewbox width x y xlink:href "},
});

bool hasWord(std::string_view words, std::string_view word) noexcept
{
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
        if (at > 0 && words[at - 1] == ' ' && at + word.size() < words.size() && words[at + word.size()] == ' ')
            return true;
    return false;
}

} // namespace

bool isHtmlAttribute(std::string_view element, std::string_view attribute) noexcept
{
    if (attribute.empty())
        return false;
    const bool handler = attribute.size() > 2 && attribute.starts_with("on") && // `onclick`; not the word `on`, nor `on_call`
                         std::all_of(attribute.begin(), attribute.end(), isLetter);
    if (handler || attribute.starts_with("data-") || attribute.starts_with("aria-") || hasWord(ofEveryElement, attribute))
        return true;
    return std::any_of(own.begin(), own.end(), [&](const OwnAttributes& one) {
        return hasWord(one.elements, element) && hasWord(one.attributes, attribute);
    });
}

} // namespace sallyport::records
