#pragma once

namespace sallyport::protection {

/// The intrusion detector as the operator sees it: rules, hits, exclusions, tester.
class DetectionRules {
public:
    virtual ~DetectionRules() = default;
};

} // namespace sallyport::protection
