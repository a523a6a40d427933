import type { LanguageChoice } from '@/components/frame/model'

/** Plain links: `?lang=sv` is remembered by proxy.ts, which sends the reader back to the same page. */
export function LanguageLinks({ label, languages }: LanguageChoice) {
  return (
    <nav className="languages" aria-label={label}>
      <ul>
        {languages.map((language) => (
          <li key={language.lang}>
            <a
              href={`?lang=${language.lang}`}
              lang={language.lang}
              hrefLang={language.lang}
              aria-current={language.current ? 'true' : undefined}
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
