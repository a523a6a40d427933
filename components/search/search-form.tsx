import { Button } from '@/components/ui/button'
import type { Words } from '@/lib/platform/words'
import { searchAddress } from '@/lib/search/addresses'
import { queryAtMost } from '@/lib/search/terms/model'

/** A plain form: works without scripts. */
export function SearchForm({ t, query }: { t: Words; query: string }) {
  return (
    <search>
      <form method="get" action={searchAddress()} className="search-form">
        <div className="field">
          <label className="field-label" htmlFor="q">
            {t('search.label')}
          </label>
          <span className="field-help" id="q-help">
            {t('search.help')}
          </span>
          <input
            id="q"
            name="q"
            type="search"
            className="input"
            defaultValue={query}
            maxLength={queryAtMost}
            aria-describedby="q-help"
            autoComplete="off"
          />
        </div>
        <Button>{t('search.send')}</Button>
      </form>
    </search>
  )
}
