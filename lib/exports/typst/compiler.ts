import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const noFonts = path.join(import.meta.dirname, 'no-fonts.conf')

/**
 * A compiler that knows these fonts and no others. Left to itself it would first read every font of the machine, which takes
 * a fifth of a second where there are two thousand, and one of the same name could take the place of ours.
 */
export function compilerWith(fonts: Buffer[]): NodeCompiler {
  const before = process.env.FONTCONFIG_FILE
  process.env.FONTCONFIG_FILE = noFonts
  try {
    return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })
  } finally {
    if (before === undefined) delete process.env.FONTCONFIG_FILE
    else process.env.FONTCONFIG_FILE = before
  }
}
