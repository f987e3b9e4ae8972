#error "this layer must not include simdjson"
