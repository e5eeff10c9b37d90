#pragma once
#include "parallax/collect/inputs/byte_window.h"
#include "parallax/collect/inputs/record_sink.h"

namespace parallax {

/// The pages and texts of a WARC file: of `response` records those that a server answered with 200,
/// and `resource` and `conversion` records. Everything else (requests, metadata, revisits,
/// pictures, answers such as 404) is passed over. False when no more are wanted.
bool read_warc(ByteWindow& source, RecordSink& sink);

}  // namespace parallax
