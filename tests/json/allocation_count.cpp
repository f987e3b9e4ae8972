// Counts the allocations of this program; other files include support/allocation_ledger.hpp.
#include <support/allocations.hpp>
