import { describe, expect, it } from 'vitest'
import { compileDocx } from '@/lib/exports/docx/compile'
import { renderWord } from '@/lib/exports/docx/render'
import { fullDocument, jobOf } from './sample-job'

const document = fullDocument()
const at = new Date(jobOf(document).createdAt)

describe('the Word document made in a process of its own', () => {
  it('is the same as made here', async () => {
    const [apart, here] = await Promise.all([renderWord(document, at, { pictures: [] }), compileDocx(jobOf(document))])
    expect(Buffer.from(apart.docx).equals(Buffer.from(here.docx))).toBe(true)
    expect([apart.pages, apart.replaced]).toEqual([here.pages, here.replaced])
  })

  it('gives up in time or tells why it could not be made, and makes the next one', async () => {
    const late = renderWord(document, at, { pictures: [], seconds: 0.01 })
    const broken = renderWord({ ...document, sections: null as never }, at, { pictures: [] })
    const next = renderWord({ ...document, sections: [] }, at, { pictures: [] })
    await expect(late).rejects.toThrow('the Word document was not ready in 10 ms')
    await expect(broken).rejects.toThrow(/the Word document could not be made: /)
    expect((await next).pages).toBe(2)
  })
}, 30_000)
