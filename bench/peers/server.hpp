// The server whose order of members a hand-written reader relies on.
#pragma once

namespace bench {

// vllm_usage: with usage and its details in each chunk but the first. any: the order is not known.
enum class server { openai, vllm, vllm_usage, llama, any };

}  // namespace bench
