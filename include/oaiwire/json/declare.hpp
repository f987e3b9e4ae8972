// json/read.hpp and json/write.hpp.
#pragma once

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
