#pragma once
#include "parallax/serve/http.h"

namespace parallax {

/// What holds for every answer of the server on `port`: only GET and HEAD; only a `Host` that names
/// this machine (another one is a page elsewhere that points its name here); an ETag, and 304 when
/// the client has it; headers that keep the page from loading or sending anything.
Answer guarded(unsigned port, Answer answer);

}  // namespace parallax
