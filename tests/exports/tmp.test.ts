import fs from 'node:fs'
import { it } from 'vitest'
import { mappedCharacters } from '@/lib/exports/typst/character-map'
it('x', () => {
  const n=mappedCharacters(fs.readFileSync('/tmp/fonts/package/400Regular/NotoSans_400Regular.ttf'))
  const s=mappedCharacters(fs.readFileSync('node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'))
  const e=mappedCharacters(fs.readFileSync('node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'))
  console.log(n.size,s.size,e.size,[...'ǩǨ'].map(c=>[n.has(c.codePointAt(0)!),s.has(c.codePointAt(0)!)]))
  const d=mappedCharacters(fs.readFileSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf')); console.log(d.size,d.has(0x1e9), d.has(0x639))
})
