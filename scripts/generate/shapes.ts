/** How well a statement of the contract is known: said in words, shown in a sample, seen elsewhere, or taken for granted. */
export type Evidence = 'documented' | 'example' | 'history' | 'assumed'

/** A statement of the contract: where it stands, and how well it is known. */
export interface Statement {
  /** JSON pointer into the contract. */
  readonly pointer: string
  readonly evidence: Evidence
}

/** A statement whose keywords may be known better or worse than the whole. */
export interface StatementFacts extends Statement {
  readonly evidenceOf?: { readonly [keyword: string]: Evidence }
}

/** What a value may be. */
export interface ValueFacts extends StatementFacts {
  /** Its type in JSON, null aside; undefined when any will do. */
  readonly type?: string
  readonly nullable: boolean
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
  /** The values of a closed set. */
  readonly allowed?: readonly (string | number | boolean | null)[]
  /** The known values of an open set. */
  readonly known?: readonly string[]
  readonly example?: unknown
}

export interface ParameterFacts extends ValueFacts {
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  /** The first sentence of its description, without the full stop. */
  readonly says?: string
}

/** A field of an object. */
export interface FieldFacts extends ValueFacts {
  readonly required: boolean
  /** The boolean field that must be true for this one to have a value. */
  readonly availableWhen?: string
  /** The path parameter whose value this field has. */
  readonly equalsParameter?: string
  /** What an object in this field can't be without. */
  readonly fields?: { readonly [name: string]: FieldFacts }
}

/** A schema by its name. */
export interface SchemaFacts extends ValueFacts {
  /** The fields of an object; none of anything else. */
  readonly fields: { readonly [name: string]: FieldFacts }
  /** The name of the schema of an array's items. */
  readonly items?: string
}

export interface ResponseFacts extends StatementFacts {
  /** Absent when the response has no body. */
  readonly contentType?: string
  /** The name of the schema of a body of JSON. */
  readonly schema?: string
  readonly headers: { readonly [name: string]: StatementFacts }
}

/** Which parameters and which fields of an item make the answer to an operation a list that is read page by page. */
export interface ListFacts {
  /** The parameter that is the number of the page. */
  readonly page: string
  /** The parameter that is the number of items on a page. */
  readonly limit?: string
  /** The parameter that is the field to sort by. */
  readonly sortBy?: string
  /** The parameter that is the direction of the sort; its first value is the ascending one. */
  readonly sortDirection?: string
  /** The field that tells the items apart. */
  readonly id: string
  /** The field that is the time at which an item came to be. */
  readonly time?: string
  /** The parameters by which the list is filtered: each has the name of the field whose value it asks for. */
  readonly filters: readonly string[]
}

/** Where there is a value for a path parameter: in another operation's answer, or in the path that it was asked for. */
export interface LinkFacts {
  /** The name of the other operation. */
  readonly operation: string
  /** JSON pointer into its answer. */
  readonly pointer?: string
  /** The parameter of its path. */
  readonly parameter?: string
}

export interface OperationFacts extends StatementFacts {
  readonly id: string
  readonly method: string
  readonly path: string
  /** Whether it takes a token. */
  readonly secured: boolean
  readonly parameters: { readonly [name: string]: ParameterFacts }
  readonly responses: { readonly [status: string]: ResponseFacts }
  readonly list?: ListFacts
  /** Where values for its path parameters come from, by the name of the parameter. */
  readonly links: { readonly [parameter: string]: LinkFacts }
}
