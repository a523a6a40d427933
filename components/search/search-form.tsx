import { Button } from '@/components/ui/button'
import { controlAttributes, Field } from '@/components/ui/field'
import type { Words } from '@/lib/platform/words'
import { searchAddress } from '@/lib/search/addresses'
import { queryAtMost } from '@/lib/search/terms/model'

/** A plain form: works without scripts. */
export function SearchForm({ t, query }: { t: Words; query: string }) {
  const field = { id: 'q', label: t('search.label'), help: t('search.help') }
  return (
    <search>
      <form method="get" action={searchAddress()} className="search-form">
        <Field {...field}>
          <input
            {...controlAttributes(field)}
            name="q"
            type="search"
            className="input"
            defaultValue={query}
            maxLength={queryAtMost}
            autoComplete="off"
          />
        </Field>
        <Button>{t('search.send')}</Button>
      </form>
    </search>
  )
}
