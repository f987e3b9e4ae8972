// Three files of a user compiled as one, as unity builds do it.
#include "first.cpp"   // NOLINT
#include "second.cpp"  // NOLINT
#include "third.cpp"   // NOLINT
