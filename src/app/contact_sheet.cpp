#include "app/contact_sheet.h"

#include <stb_truetype.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "ui/fonts.h"

namespace mend::app {
namespace {

constexpr int kThumbnailWidth = 360;  // px
constexpr int kGap = 6, kMarginLeft = 110, kMarginTop = 44;
constexpr std::uint8_t kPaper[4] = {244, 244, 241, 255}, kInk = 34;

/// Averages each block of pixels: the picture is much larger than its thumbnail.
render::Image thumbnail(const render::Image& picture) {
  render::Image small;
  small.width = std::min(kThumbnailWidth, picture.width);
  small.height = std::max(1, picture.height * small.width / picture.width);
  small.pixels.resize(static_cast<std::size_t>(small.width) * small.height * 4);
  for (int y = 0; y < small.height; ++y) {
    const int top = y * picture.height / small.height, bottom = std::max(top + 1, (y + 1) * picture.height / small.height);
    for (int x = 0; x < small.width; ++x) {
      const int left = x * picture.width / small.width, right = std::max(left + 1, (x + 1) * picture.width / small.width);
      for (int channel = 0; channel < 4; ++channel) {
        int sum = 0;
        for (int j = top; j < bottom; ++j)
          for (int i = left; i < right; ++i)
            sum += picture.pixels[(static_cast<std::size_t>(j) * picture.width + i) * 4 + channel];
        small.pixels[(static_cast<std::size_t>(y) * small.width + x) * 4 + channel] =
            static_cast<std::uint8_t>(sum / ((bottom - top) * (right - left)));
      }
    }
  }
  return small;
}

void paste(render::Image& page, const render::Image& picture, int left, int top) {
  for (int y = 0; y < picture.height; ++y)
    std::copy_n(&picture.pixels[static_cast<std::size_t>(y) * picture.width * 4], picture.width * 4,
                &page.pixels[(static_cast<std::size_t>(top + y) * page.width + left) * 4]);
}

/// Black text on the page; without a font the sheet stays unlabelled.
class Writer {
 public:
  Writer() {
    const auto files = ui::find_fonts(ui::font_families());
    if (!files.is_ok()) return;
    std::ifstream in(files.value().regular, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    ready_ = !bytes_.empty() && stbtt_InitFont(&font_, bytes_.data(), 0) != 0;
  }

  void write(render::Image& page, const std::string& text, int left, int baseline, float height) const {
    if (!ready_) return;
    const float scale = stbtt_ScaleForPixelHeight(&font_, height);
    float x = static_cast<float>(left);
    for (const char letter : text) {
      int advance = 0, bearing = 0, x0 = 0, y0 = 0, width = 0, rows = 0;
      stbtt_GetCodepointHMetrics(&font_, letter, &advance, &bearing);
      unsigned char* bitmap = stbtt_GetCodepointBitmap(&font_, scale, scale, letter, &width, &rows, &x0, &y0);
      for (int j = 0; j < rows; ++j)
        for (int i = 0; i < width; ++i)
          darken(page, static_cast<int>(x) + x0 + i, baseline + y0 + j, bitmap[j * width + i]);
      stbtt_FreeBitmap(bitmap, nullptr);
      x += scale * static_cast<float>(advance);
    }
  }

 private:
  static void darken(render::Image& page, int x, int y, int cover) {
    if (x < 0 || y < 0 || x >= page.width || y >= page.height) return;
    std::uint8_t* pixel = &page.pixels[(static_cast<std::size_t>(y) * page.width + x) * 4];
    for (int c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>((pixel[c] * (255 - cover) + kInk * cover) / 255);
  }

  std::vector<unsigned char> bytes_;
  stbtt_fontinfo font_{};
  bool ready_ = false;
};

}  // namespace

ContactSheet::ContactSheet(std::vector<double> days, std::vector<scene::ViewName> views)
    : days_(std::move(days)), views_(std::move(views)) {}

void ContactSheet::add(const render::Image& picture) { thumbnails_.push_back(thumbnail(picture)); }

render::Image ContactSheet::image() const {
  const int columns = static_cast<int>(days_.size()), rows = static_cast<int>(views_.size());
  const int width = thumbnails_.front().width, height = thumbnails_.front().height;
  render::Image page;
  page.width = kMarginLeft + columns * (width + kGap);
  page.height = kMarginTop + rows * (height + kGap);
  page.pixels.resize(static_cast<std::size_t>(page.width) * page.height * 4);
  for (std::size_t i = 0; i < page.pixels.size(); ++i) page.pixels[i] = kPaper[i % 4];
  const Writer writer;
  for (int column = 0; column < columns; ++column) {
    char day[32];
    std::snprintf(day, sizeof day, "day %.0f", days_[static_cast<std::size_t>(column)]);
    writer.write(page, day, kMarginLeft + column * (width + kGap), kMarginTop - 12, 26);
  }
  for (int row = 0; row < rows; ++row) {
    const int top = kMarginTop + row * (height + kGap);
    writer.write(page, std::string(scene::key(views_[static_cast<std::size_t>(row)])), 10, top + 28, 24);
    for (int column = 0; column < columns; ++column)
      paste(page, thumbnails_[static_cast<std::size_t>(row * columns + column)], kMarginLeft + column * (width + kGap), top);
  }
  return page;
}

}  // namespace mend::app
