import { EuEmblem } from '@/components/frame/eu-emblem'
import type { FooterProps, FrameWords } from '@/components/frame/model'

/** Emblem and funding statement (kept in print), accessibility statement, version. */
export function FrameFooter({
  statement,
  accessibility,
  links = [],
  version,
  words,
}: FooterProps & { words: Pick<FrameWords, 'emblem' | 'product'> }) {
  return (
    <footer className="footer">
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
    </footer>
  )
}
