import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { textFontFiles } from '@/lib/exports/typst/fonts'

const fonts = textFontFiles()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-fonts-'))
// A machine that has the text family itself
const machine = path.join(folder, 'fonts.conf')
fs.writeFileSync(machine, `<?xml version="1.0"?><fontconfig><dir>${path.dirname(fonts[0] ?? '')}</dir></fontconfig>`)

// In a process of its own, as the product does it: a thread has only a copy of the environment.
const program = `
  import fs from 'node:fs'
  import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
  import { compilerWith } from './lib/exports/typst/compiler.ts'
  const mainFileContent = '#set text(font: "Source Sans 3", fallback: false)\\nabc #context [#metadata(measure[abc].width.pt())<width>]'
  const width = (compiler) => compiler.query({ mainFileContent }, { selector: '<width>', field: 'value' })[0]
  const given = ${JSON.stringify(fonts)}.map((file) => fs.readFileSync(file))
  const machine = width(NodeCompiler.create({ fontArgs: [{ fontBlobs: [] }] }))
  const none = width(compilerWith([]))
  const own = width(compilerWith(given))
  const kept = process.env.FONTCONFIG_FILE
  delete process.env.FONTCONFIG_FILE
  compilerWith([])
  console.log(JSON.stringify({ machine, none, own, kept, left: 'FONTCONFIG_FILE' in process.env }))
`

afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('the compiler of printed documents', () => {
  it('has the fonts that it is given and does not see those of the machine', () => {
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program]
    const env = { ...process.env, FONTCONFIG_FILE: machine }
    const seen = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }))
    // Left to itself it finds the family; a text without a font has no width.
    expect(seen.machine).toBeGreaterThan(10)
    expect(seen.none).toBe(0)
    expect(seen.own).toBe(seen.machine)
    // The settings of the process are as they were.
    expect(seen).toMatchObject({ kept: machine, left: false })
  })
})
