// The server whose order of members a hand-written reader relies on.
#pragma once

namespace bench {

enum class server { openai, vllm, llama };

}  // namespace bench
