#pragma once

namespace sallyport::protection {

/// The block and allow lists with their bans: by hand, by score, with reason and end.
class AddressRules {
public:
    virtual ~AddressRules() = default;
};

} // namespace sallyport::protection
