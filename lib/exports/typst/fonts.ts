import fs from 'node:fs'
import path from 'node:path'
import { mappedCharacters } from './character-map.ts'

const packages = path.resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts')
const text = ['400Regular/SourceSans3_400Regular', '400Regular_Italic/SourceSans3_400Regular_Italic', '600SemiBold/SourceSans3_600SemiBold', '700Bold/SourceSans3_700Bold']
// Emoji as outlines: Source Sans has none, and colour fonts cannot be embedded in every kind of PDF.
const emoji = ['400Regular/NotoEmoji_400Regular']

/** The fonts of printed documents: the file contents and what they can show. */
export function loadFonts(): { files: Uint8Array[]; has(codePoint: number): boolean } {
  const textFiles = text.map((name) => fs.readFileSync(path.join(packages, 'source-sans-3', `${name}.ttf`)))
  const emojiFiles = emoji.map((name) => fs.readFileSync(path.join(packages, 'noto-emoji', `${name}.ttf`)))
  const textMaps = textFiles.map(mappedCharacters)
  const emojiMap = mappedCharacters(emojiFiles[0] ?? new Uint8Array())
  return {
    files: [...textFiles, ...emojiFiles],
    has: (codePoint) => textMaps.every((map) => map.has(codePoint)) || emojiMap.has(codePoint),
  }
}
