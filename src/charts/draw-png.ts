import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';

/** Both weights ship with the program: a server has no Korean font of its own. */
const fontFiles = ['400Regular/NanumGothic_400Regular.ttf', '700Bold/NanumGothic_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/nanum-gothic/${file}`)),
);

/** An SVG as a PNG, drawn off the main thread. */
export async function drawPng(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'NanumGothic' },
    logLevel: 'off',
  });
  return image.asPng();
}
