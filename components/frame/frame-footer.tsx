import { EuEmblem } from '@/components/frame/eu-emblem'
import type { FooterProps, FrameWords } from '@/components/frame/model'
import { Frozen } from '@/components/ui/frozen'

type Parts = FooterProps & { words: Pick<FrameWords, 'emblem' | 'product'> }

/** Emblem and funding statement (kept in print), accessibility statement, version. */
export function FrameFooter({ opened = false, words: { emblem, product }, ...shown }: Parts & { opened?: boolean }) {
  const parts: Parts = { ...shown, words: { emblem, product } }
  return (
    <Frozen
      opened={opened}
      name={`footer ${JSON.stringify(parts)}`}
      element={{ tag: 'footer', attributes: { className: 'footer' } }}
      draw={() => <FooterParts {...parts} />}
    />
  )
}

function FooterParts({ statement, accessibility, links = [], version, words }: Parts) {
  return (
    <>
      {statement && (
        <p className="funding">
          <EuEmblem title={words.emblem} />
          <span>{statement}</span>
        </p>
      )}
      <ul className="footer-links">
        {[accessibility, ...links].map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
        <li>
          {words.product} {version}
        </li>
      </ul>
    </>
  )
}
