import { describe, expect, it } from 'vitest'
import { packedPdf } from '@/lib/exports/typst/packed-pdf'
import { PdfFile } from './pdf-structure/file'

const object = (id: number, body: string) => `${id} 0 obj\n${body}\nendobj\n`
const text = 'BT (endobj stream) Tj ET'

/** A file as the compiler writes it: a page, its content, and tags enough for two streams. */
function plainFile(tags: number): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    `<< /Type /StructTreeRoot /K [${Array.from({ length: tags }, (_, index) => `${index + 6} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: tags }, (_, index) => `<< /S /TD /Title (solu ${index} \\) endobj) >>`),
  ]
  let file = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const at = file.length
    file += object(index + 1, body)
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<<\n/Size ${objects.length + 1}\n/Root 1 0 R\n>>\nstartxref\n${start}\n%%EOF`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

const read = (bytes: Uint8Array) => {
  const file = new PdfFile(bytes)
  const root = file.dict(file.catalogue.get('StructTreeRoot'))
  const titles = file.list(root.get('K')).map((tag) => {
    const title = file.dict(tag).get('Title')
    return title instanceof Uint8Array ? Buffer.from(title).toString('latin1') : null
  })
  const contents = file.pages().map(({ dict }) => Buffer.from(file.content(dict.get('Contents'))).toString('latin1'))
  return { titles, contents }
}

describe('a PDF with its small objects packed together', () => {
  it('reads the same, and takes less room', () => {
    const plain = plainFile(450)
    const packed = packedPdf(plain)
    expect(read(packed)).toEqual(read(plain))
    expect(read(packed).titles).toHaveLength(450)
    expect(read(packed).titles[449]).toBe('solu 449 ) endobj')
    expect(read(packed).contents).toEqual([text])
    expect(packed.length).toBeLessThan(plain.length / 3)
    expect(Buffer.from(packed).toString('latin1')).not.toContain('/S /TD')
  })

  it('is as it was when it is not as the compiler writes it', () => {
    const plain = plainFile(3)
    const other = new Uint8Array(
      Buffer.from(Buffer.from(plain).toString('latin1').replace('xref\n0 ', 'xref\n1 '), 'latin1'),
    )
    expect(packedPdf(other)).toBe(other)
    expect(packedPdf(new Uint8Array())).toHaveLength(0)
  })
})
