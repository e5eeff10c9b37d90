#pragma once
#include <filesystem>

#include "parallax/collect/inputs/byte_window.h"
#include "parallax/collect/inputs/record_sink.h"

namespace parallax {

/// The pages and texts in a zip archive, in its order, each a record; of an office document (.docx)
/// its text, as one record. Other members are passed over; an archive in it is named and left out.
/// False when no more are wanted.
bool read_zip(const std::filesystem::path& file, RecordSink& sink);

/// The same for a tar archive.
bool read_tar(ByteWindow& source, RecordSink& sink);

}  // namespace parallax
