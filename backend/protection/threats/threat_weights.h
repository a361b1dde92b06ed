#pragma once

#include "backend/protection/threats/threats.h"

namespace sallyport::protection {

/// What each signal is worth, in the order of ThreatSignal. The first four are the guide's numbers.
std::array<ThreatWeight, threatSignals> defaultThreatWeights();

/// How points grow with the count. Those of a minute begin with `points` at `from` and gain a step each time the count doubles;
/// those that count each thing give `points` for each up to the knee, and from there a step each time it doubles. Never more than
/// `most`; nothing if `points` is 0. `grows` false: what `points` give when it begins, and no step.
double threatPoints(const ThreatWeight& weight, double count, bool grows = true) noexcept;

/// ValidationFailed names what is wrong; the defaults' `from`, `within` and the like are kept.
[[nodiscard]] Result<void> applyWeights(std::array<ThreatWeight, threatSignals>& weights,
                                        const std::vector<ThreatWeight>& wanted);

/// `34 paths in 60 s`, in English.
std::string threatDetail(const ThreatPart& part);
/// Why an address is banned, by what gave the most points: `Scanning, 34 paths in 60 s`, in English.
std::string threatReason(const std::vector<ThreatPart>& parts);

} // namespace sallyport::protection
