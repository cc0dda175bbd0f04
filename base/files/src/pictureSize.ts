/** A picture of more pixels than this is refused: decoded it takes 400 MB of the memory of whoever opens it. */
export const mostPixels = 100_000_000;

/** Why a picture of this size is not taken, or undefined where it is. */
export function sizeProblem(width: number, height: number): string | undefined {
  if (width === 0 || height === 0) return 'its width or height is 0 (宽或高为 0)';
  if (width * height > mostPixels) return `${width} × ${height} is over 100 megapixels (超过一亿像素)`;
  return undefined;
}
