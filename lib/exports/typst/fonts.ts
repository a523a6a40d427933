import fs from 'node:fs'
import path from 'node:path'
import { mappedCharacters } from './character-map.ts'

const packages = path.resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts')

type Family = { name: string; package: string; prefix: string; styles: readonly string[] }

const textFamily: Family = {
  name: 'Source Sans 3',
  package: 'source-sans-3',
  prefix: 'SourceSans3',
  styles: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'],
}

/** Asked in this order for what the text family lacks; a family whose package is not installed is passed over. */
const fallbackFamilies: readonly Family[] = [
  // Letters of Skolt Sámi and many others
  {
    name: 'Noto Sans',
    package: 'noto-sans',
    prefix: 'NotoSans',
    styles: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'],
  },
  // Emoji as outlines: colour fonts cannot be embedded in every kind of PDF
  { name: 'Noto Emoji', package: 'noto-emoji', prefix: 'NotoEmoji', styles: ['400Regular'] },
]

export type Fonts = {
  files: Uint8Array[]
  /** For the template: families in order; `covers` is a regular expression of what a family may be used for */
  families: { name: string; covers?: string }[]
  /** Whether some family has a glyph for the code point */
  has(codePoint: number): boolean
}

/** The fonts of printed documents: the file contents and what they can show. */
export function loadFonts(folder: string = packages): Fonts {
  const text = read(folder, textFamily)
  const fallbacks = fallbackFamilies
    .filter((family) => fs.existsSync(path.join(folder, family.package)))
    .map((family) => read(folder, family))
  const has = (codePoint: number) => text.has(codePoint) || fallbacks.some((family) => family.has(codePoint))
  // A letter that the text family lacks would be built of its parts and be copied out of the PDF twice (ǩ): it is left
  // to a family that has it whole.
  const whole = fallbacks.flatMap((family) => family.characters).filter((code) => !text.has(code) && isComposed(code))
  return {
    files: [text, ...fallbacks].flatMap((family) => family.files),
    families: [
      { name: textFamily.name, ...(whole.length > 0 && { covers: `[^${String.fromCodePoint(...whole)}]` }) },
      ...fallbacks.map(({ name }) => ({ name })),
    ],
    has,
  }
}

/** Where the text family lies, for programs that read the files themselves. */
export const textFontFiles = (folder: string = packages): string[] => fontFiles(folder, textFamily)

const fontFiles = (folder: string, { package: home, prefix, styles }: Family): string[] =>
  styles.map((style) => path.join(folder, home, style, `${prefix}_${style}.ttf`))

const isComposed = (code: number): boolean => [...String.fromCodePoint(code).normalize('NFD')].length > 1

function read(folder: string, family: Family) {
  const { name } = family
  const files = fontFiles(folder, family).map((file) => fs.readFileSync(file))
  const maps = files.map(mappedCharacters)
  const characters = [...(maps[0] ?? [])].filter((code) => maps.every((map) => map.has(code)))
  const known = new Set(characters)
  return { name, files, characters, has: (codePoint: number) => known.has(codePoint) }
}
