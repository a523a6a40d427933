import fs from 'node:fs'
import path from 'node:path'
import { letterWidths, mappedCharacters } from './character-map.ts'

const packages = path.resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts')

type FamilyFiles = { name: string; package: string; prefix: string; styles: readonly string[] }

const textFamily: FamilyFiles = {
  name: 'Source Sans 3',
  package: 'source-sans-3',
  prefix: 'SourceSans3',
  styles: ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'],
}

/** Asked in this order for what the text family lacks; a family whose package is not installed is passed over. */
const fallbackFamilies: readonly FamilyFiles[] = [
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

/** For the template: `covers` is a regular expression of what a family may be used for */
type Family = { name: string; covers?: string }

export type Fonts = {
  /** Whether some family has a glyph for the code point */
  has(codePoint: number): boolean
  /** Widths of the letters of the text family, in shares of their size */
  widths: ReadonlyMap<number, number>
  /** What a text needs: contents of files, and families in order. A family that it does not need is not read. */
  drawing(text: string): { files: Buffer[]; families: Family[] }
}

/** The fonts of printed documents: the file contents and what they can show. */
export function loadFonts(folder: string = packages): Fonts {
  const text = read(folder, textFamily)
  let others: ReturnType<typeof read>[] | null = null
  const fallbacks = () => {
    others ??= fallbackFamilies
      .filter((family) => fs.existsSync(path.join(folder, family.package)))
      .map((family) => read(folder, family))
    return others
  }

  return {
    widths: letterWidths(text.files[0] ?? new Uint8Array()),
    has: (code) => text.characters.has(code) || fallbacks().some(({ characters }) => characters.has(code)),
    drawing(given) {
      const rare = rareCharacters(given, text.characters)
      const needed = rare.length === 0 ? [] : fallbacks().filter((one) => rare.some((code) => one.characters.has(code)))
      // A letter that the text family lacks would be built of its parts and be copied out of the PDF twice (ǩ): it is left to a
      // family that has it whole. It is told only when the text has such a letter: the compiler looks at every piece of text
      // for it, which takes a quarter of its time.
      const isWhole = (code: number) => isComposed(code) && needed.some(({ characters }) => characters.has(code))
      const whole = rare.filter(isWhole)
      return {
        files: [text, ...needed].flatMap(({ files }) => files),
        families: [
          { name: text.name, ...(whole.length > 0 && { covers: `[^${String.fromCodePoint(...whole)}]` }) },
          ...needed.map(({ name }) => ({ name })),
        ],
      }
    },
  }
}

/** Where the text family lies, for programs that read the files themselves. */
export const textFontFiles = (folder: string = packages): string[] => fontFiles(folder, textFamily)

const fontFiles = (folder: string, { package: home, prefix, styles }: FamilyFiles): string[] =>
  styles.map((style) => path.join(folder, home, style, `${prefix}_${style}.ttf`))

const isComposed = (code: number): boolean => [...String.fromCodePoint(code).normalize('NFD')].length > 1

/** Code points of a text that the text family lacks. */
function rareCharacters(text: string, known: ReadonlySet<number>): number[] {
  const unusual = new Set(text.match(/[^ -~\u00a0-\u00ff]/gu))
  return [...unusual].map((one) => one.codePointAt(0) ?? 0).filter((code) => !known.has(code))
}

function read(folder: string, family: FamilyFiles) {
  const files = fontFiles(folder, family).map((file) => fs.readFileSync(file))
  const [first, ...others] = files.map(mappedCharacters)
  const characters = new Set([...(first?.keys() ?? [])].filter((code) => others.every((map) => map.has(code))))
  return { name: family.name, files, characters }
}
