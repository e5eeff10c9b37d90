#include "parallax/text/data_files.h"

#include <charconv>
#include <fstream>
#include <iterator>

#include "parallax/core/hash.h"
#include "parallax/text/embedded_file.h"
#include "parallax/text/utf8.h"

namespace parallax {

std::span<const EmbeddedFile> embedded_data();  // data/, cmake/embed_files.cmake

namespace {

Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return std::unexpected(Error{ErrorCode::no_permission,
                                 "cannot read the data file " + path.string() +
                                     "; check that it is readable, or leave out --data",
                                 path.string()});
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string_view view_of(const std::variant<std::string_view, std::string>& bytes) {
  return std::visit([](const auto& held) { return std::string_view(held); }, bytes);
}

}  // namespace

DataFiles DataFiles::built_in(std::string_view beginning) {
  DataFiles data;
  for (const EmbeddedFile& file : embedded_data()) {
    if (file.name.starts_with(beginning)) {
      data.files_.insert_or_assign(std::string(file.name), file.bytes());
    }
  }
  return data;
}

Result<DataFiles> DataFiles::with_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 "the data folder " + folder.string() + " does not exist",
                                 folder.string()});
  }
  DataFiles data = built_in();
  for (auto& [name, bytes] : data.files_) {
    if (std::filesystem::exists(folder / name, error)) {
      auto read = read_file(folder / name);
      if (!read) {
        return std::unexpected(read.error());
      }
      bytes = std::move(*read);
    }
  }
  return data;
}

void DataFiles::put(std::string name, std::string bytes) {
  files_.insert_or_assign(std::move(name), std::move(bytes));
}

std::string_view DataFiles::file(std::string_view name) const {
  const auto at = files_.find(name);
  return at == files_.end() ? std::string_view() : view_of(at->second);
}

std::string DataFiles::version() const {
  std::string all;
  for (const auto& [name, bytes] : files_) {
    all += name + '\0' + hash_hex(view_of(bytes)) + '\n';
  }
  return hash_hex(all);
}

std::vector<std::string_view> split_list(std::string_view list, char separator) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t at = std::min(list.find(separator), list.size());
    if (const std::string_view part = trim(list.substr(0, at)); !part.empty()) {
      parts.push_back(part);
    }
    list.remove_prefix(std::min(at + 1, list.size()));
  }
  return parts;
}

std::vector<std::vector<std::string_view>> tsv_rows(std::string_view bytes) {
  std::vector<std::vector<std::string_view>> rows;
  while (!bytes.empty()) {
    const std::size_t at = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, at);
    bytes.remove_prefix(std::min(at + 1, bytes.size()));
    if (trim(line).empty() || line.front() == '#') {
      continue;
    }
    auto& row = rows.emplace_back();
    for (bool more = true; more;) {
      const std::size_t tab = line.find('\t');
      row.push_back(trim(line.substr(0, tab)));
      more = tab != std::string_view::npos;
      line.remove_prefix(more ? tab + 1 : line.size());
    }
  }
  return rows;
}

std::string_view cell(const std::vector<std::string_view>& row, std::size_t index) {
  return index < row.size() ? row[index] : std::string_view();
}

double number_cell(const std::vector<std::string_view>& row, std::size_t index) {
  const std::string_view text = cell(row, index);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace parallax
