#pragma once
#include <memory>
#include <string>
#include <vector>

#include "input.h"

struct sqlite3;
struct sqlite3_stmt;

namespace parallax::fuzz {

/// A project file in whose rows values can be put that the program would never store. The file
/// stays as it is: the changes are made in a transaction that is given up.
class ChangedValues {
 public:
  /// The file must outlive it.
  explicit ChangedValues(const std::string& path);
  /// The bytes that the file would have after the changes. A change: a byte each for the column,
  /// the rows and the kind of value; then 8 bytes of a number, or a text up to a zero byte.
  std::string file_after(Input input) const;

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
    void operator()(sqlite3_stmt* statement) const;
  };
  void run(const char* sql) const;
  void change(Input& input) const;

  std::unique_ptr<sqlite3, Closer> connection_;
  std::vector<std::unique_ptr<sqlite3_stmt, Closer>> updates_;  ///< one for each column
};

}  // namespace parallax::fuzz
