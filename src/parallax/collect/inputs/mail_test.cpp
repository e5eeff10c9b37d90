#include "parallax/collect/inputs/mail.h"

#include <doctest/doctest.h>

#include "parallax/collect/inputs/mail_text.h"

using namespace parallax;

TEST_CASE("base64 and quoted-printable, whole and broken") {
  CHECK(decode_base64("VGVu\r\nIHBl b3BsZQ==") == "Ten people");
  CHECK(decode_base64("VGVuI") == "Ten");
  CHECK(decode_base64("=?!") == "");
  CHECK(decode_quoted_printable("caf=C3=A9 =\r\nopen=\nly 3=4 =") == "caf\xC3\xA9 openly 3=4 =");
  CHECK(decode_quoted_printable("a_b=20c", true) == "a b c");
}

TEST_CASE("encoded words are decoded, also where a letter is cut between two") {
  CHECK(decode_mail_field("=?UTF-8?Q?Flut_in?= =?utf-8?b?IE9ycmlu?=") == "Flut in Orrin");
  CHECK(decode_mail_field("=?utf-8?Q?caf=C3?=\t=?utf-8?Q?=A9?= at  night") ==
        "caf\xC3\xA9 at night");
  CHECK(decode_mail_field("=?windows-1251?Q?=CE=F0=F0=E8=ED?=") ==
        "\xD0\x9E\xD1\x80\xD1\x80\xD0\xB8\xD0\xBD");
  CHECK(decode_mail_field("a =?utf-8?X?b?= =?c") == "a =?utf-8?X?b?= =?c");
  CHECK(decode_mail_field("=?no-such-set?Q?x?= \xFF") == "x \xC3\xBF");
}

TEST_CASE("names and dates of a mail") {
  CHECK(name_of_mailbox("\"Tol, Aren\" <aren@orrin.example>") == "Tol, Aren");
  CHECK(name_of_mailbox("Aren Tol <aren@orrin.example>") == "Aren Tol");
  CHECK(name_of_mailbox(" <aren@orrin.example>") == "aren@orrin.example");
  CHECK(name_of_mailbox("aren@orrin.example") == "aren@orrin.example");
  CHECK(name_of_mailbox("") == "");
  CHECK(iso_from_mail_date("Wed, 14 May 2031 08:00:00 +0200") == "2031-05-14T08:00:00");
  CHECK(iso_from_mail_date("4 Feb 2031 08:00 GMT") == "2031-02-04T08:00");
  CHECK(iso_from_mail_date("4 Feb 2031") == "2031-02-04");
  CHECK(iso_from_mail_date("30 Feb 2031 08:00:00") == std::nullopt);
  CHECK(iso_from_mail_date("4 Feb 2031 28:00:00") == "2031-02-04");
  CHECK(iso_from_mail_date("today") == std::nullopt);
}

TEST_CASE("a plain mail is its body, at its place") {
  const std::string mail =
      "From: Aren Tol <a@orrin.example>\nSubject: A flood\n in Orrin\nDate: 14 May 2031 08:00 "
      "GMT\n\n"
      "Ten people died.\n";
  const auto record = read_mail(mail);
  REQUIRE(record);
  CHECK(record->kind == RecordKind::text);
  CHECK(record->bytes == "Ten people died.");
  CHECK(mail.substr(record->source_offset, record->bytes.size()) == record->bytes);
  CHECK(record->notes.empty());
  CHECK(record->given.title == "A flood in Orrin");
  CHECK(record->given.author == "Aren Tol");
  CHECK(record->given.published == "2031-05-14T08:00");
}

TEST_CASE("the page goes before the text, and what is attached is passed over") {
  const std::string mail =
      "Subject: x\r\nContent-Type: multipart/mixed; boundary=\"out;side\"\r\n\r\nbefore\r\n"
      "--out;side\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>No\r\n"
      "--out;side\r\nContent-Type: multipart/alternative;\r\n boundary=in\r\n\r\n"
      "--in\r\n\r\nPlain.\r\n--in\r\nContent-Type: text/html; charset=koi8-r\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>P=61ge\r\n--in--\r\n"
      "--inside is no border\r\n--out;side--\r\nbehind";
  const auto record = read_mail(mail);
  REQUIRE(record);
  CHECK(record->kind == RecordKind::html);
  CHECK(record->bytes == "<p>Page");
  CHECK(record->charset == "koi8-r");
  CHECK(record->source_offset == 0);
  CHECK(record->notes.at(0).kind == "converted");
}

TEST_CASE("a mail without text is none; one whose borders are missing gives what is there") {
  CHECK_FALSE(read_mail("Subject: x\n\n"));
  CHECK_FALSE(read_mail(""));
  CHECK_FALSE(read_mail("Content-Type: image/png\n\nxyz"));
  CHECK_FALSE(read_mail("Content-Type: multipart/mixed; boundary=a\n\nnothing\n"));
  const auto cut = read_mail("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nTen people");
  REQUIRE(cut);
  CHECK(cut->bytes == "Ten people");
}

TEST_CASE("parts nest without end and lines have no end: linear, and no stack grows") {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) {
    const std::string border = "b" + std::to_string(i);
    deep.append("Content-Type: multipart/mixed; boundary=").append(border);
    deep.append("\n\n--").append(border).append("\n");
  }
  CHECK_FALSE(read_mail(deep + "\nTen people died."));
  std::string wide = "Content-Type: multipart/mixed; boundary=a\n\n";
  for (int i = 0; i < 300'000; ++i) {
    wide += "--a\n\n";
  }
  CHECK_FALSE(read_mail(wide));
  CHECK_FALSE(read_mail("Subject: " + std::string(3'000'000, ';') + "\n\n"));
}
