import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Text of a PDF as pdf.js finds it, page after page, without line ends. */
export async function plainPdfText(pdf: Uint8Array): Promise<string> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ disableNormalization: true })
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await loading.destroy()
  return pages.join('\n')
}
