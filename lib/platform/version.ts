import description from '@/package.json' with { type: 'json' }

/** Version of the product, as in package.json. */
export const version: string = description.version
