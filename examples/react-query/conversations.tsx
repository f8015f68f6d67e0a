/** A page of conversations with openapi-react-query: cached, kept while the next is loading, typed by the contract. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { OpenapiQueryClient } from 'openapi-react-query'
import type { ErrorBody, paths } from 'opencopilot-chat'
import { useState } from 'react'

interface Props {
  $api: OpenapiQueryClient<paths>
  organizationId: string
}

/** The query of one page: for `useQuery` here, and for `prefetchQuery` on a server. */
export const pageOf = ({ $api, organizationId }: Props, page: number) =>
  $api.queryOptions('get', '/backend/chat/{organization_id}', {
    params: { path: { organization_id: organizationId }, query: { page, sortDirection: 'DESC' } },
  })

export function Conversations(props: Props) {
  const [page, setPage] = useState(1)
  const { data, error, isFetching } = useQuery({ ...pageOf(props, page), placeholderData: keepPreviousData })
  if (error) return <p role="alert">{wordsFor(error)}</p>
  if (!data) return <p>Loading…</p>
  return (
    <section aria-busy={isFetching}>
      <ul>
        {data.map(({ id, created_at, channel, status, total_messages }) => (
          <li key={id}>
            <time dateTime={created_at}>{created_at.slice(0, 10)}</time> {channel}, {status.toLowerCase()}, messages:{' '}
            {total_messages}
          </li>
        ))}
      </ul>
      {data.length === 0 && <p>No more conversations.</p>}
      <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
        Newer
      </button>{' '}
      <button type="button" disabled={data.length === 0} onClick={() => setPage(page + 1)}>
        Older
      </button>
    </section>
  )
}

/** The body of the refusal, or the client's own error where no answer came: both have a message. */
const wordsFor = ({ message, error }: ErrorBody) =>
  [message ?? error ?? "The conversations can't be loaded."].flat().join(' ')
