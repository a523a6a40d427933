import type { LeftText } from '@/components/status-reports/form/copy/recover'
import { Button } from '@/components/ui/button'

type Props = {
  texts: readonly LeftText[]
  nameOf: (path: string) => string
  words: { forget: string; otherEmpty: string }
  forget: (copy: string) => void
}

/** Texts of this device that belong into no field any more: to be read and copied, then removed. */
export function KeptTexts({ texts, nameOf, words, forget }: Props) {
  const copies = [...new Set(texts.map(({ copy }) => copy))]
  return copies.map((copy) => (
    <div key={copy} className="mt-3">
      {texts
        .filter((text) => text.copy === copy)
        .map(({ path, text }) => (
          <div key={path} className="mb-3">
            <p className="text-body font-semibold">{nameOf(path)}</p>
            <blockquote
              className="max-h-60 overflow-auto border-l-4 border-line pl-3 whitespace-pre-line"
              tabIndex={-1}
            >
              {text === '' ? words.otherEmpty : text}
            </blockquote>
          </div>
        ))}
      <Button type="button" kind="secondary" small onClick={() => forget(copy)}>
        {words.forget}
      </Button>
    </div>
  ))
}
