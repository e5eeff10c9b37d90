#pragma once
#include "parallax/serve/http.h"

namespace parallax {

/// The web app: its page at every path that has one (docs/api.md, "Pages"), its script and its
/// style.
HttpResponse answer_page(const HttpRequest& request);

}  // namespace parallax
