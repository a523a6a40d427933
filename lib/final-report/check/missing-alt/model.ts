import type { Finding, Rule } from '@/lib/final-report/check/model'
import { placeOf, sectionName } from '@/lib/final-report/check/sections/model'
import { plain } from '@/lib/final-report/check/words/model'

const fileName =
  /^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf|emf|wmf)$|^(?:img|dsc|image|kuva|screenshot|näyttökuva|kuvakaappaus|picture|bild)[ _-]?\(?\d*\)?$/i

/** A figure that says nothing to those who do not see it: no alternative text, or one that adds nothing. */
export const missingAlt: Rule = {
  name: 'missing-alt',
  check: (report) =>
    report.sections.flatMap((section) =>
      section.blocks.flatMap((block): Finding[] => {
        if (block.type !== 'figure') return []
        const alt = block.alt?.trim() ?? ''
        const variant =
          alt === '' ? 'none' : fileName.test(alt) ? 'fileName' : repeats(alt, block.caption) ? 'caption' : null
        if (variant === null) return []
        return [
          {
            rule: 'missing-alt',
            severity: variant === 'caption' ? 'warning' : 'error',
            place: placeOf(section, block.id),
            other: null,
            values: alt === '' ? [block.caption] : [alt, block.caption],
            variant,
            params: {
              value: block.label ?? block.caption,
              caption: block.caption,
              other: alt,
              place: sectionName(section),
            },
          },
        ]
      }),
    ),
}

function repeats(alt: string, caption: string): boolean {
  const bare = (text: string) => plain(text).replace(/^(?:kuva|kuvio|bild|figur|figure)(?: \d+)?[.:]? ?/, '')
  return bare(caption) !== '' && bare(alt) === bare(caption)
}
