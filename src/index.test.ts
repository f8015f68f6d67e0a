import type createClient from 'openapi-fetch'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as map from './index.ts'
import {
  ChatApiError,
  type ChatClient,
  ChatConfigurationError,
  ChatConnectionError,
  ChatError,
  type ChatErrorCode,
  ChatPaginationError,
  ChatResponseError,
  ChatTimeoutError,
  type Conversation,
  type ListOptions,
  type paths,
  type Token,
  type WalkOptions,
} from './index.ts'

it('exports this and no more', () => {
  expect(Object.keys(map).sort()).toEqual([
    'ChatApiError',
    'ChatConfigurationError',
    'ChatConnectionError',
    'ChatError',
    'ChatPaginationError',
    'ChatResponseError',
    'ChatTimeoutError',
    'createChatClient',
    'defaults',
  ])
})

describe('errors', () => {
  it.each([
    [new ChatApiError('x', { status: 500 }), 'api_error', 'ChatApiError'],
    [new ChatTimeoutError('x'), 'timeout', 'ChatTimeoutError'],
    [new ChatConnectionError('x'), 'connection_error', 'ChatConnectionError'],
    [new ChatResponseError('x', {}), 'invalid_response', 'ChatResponseError'],
    [new ChatPaginationError('x'), 'pagination_error', 'ChatPaginationError'],
    [new ChatConfigurationError('x'), 'configuration_error', 'ChatConfigurationError'],
  ])('are one family: %s', (error, code, name) => {
    expect(error).toBeInstanceOf(ChatError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ code, name, message: 'x' })
    expect(String(error)).toBe(`${name}: x`)
  })

  it('keep their cause and tell of it', () => {
    const cause = new Error('why')
    expect(new ChatTimeoutError('x', { cause }).cause).toBe(cause)
    expect(new ChatTimeoutError('x', { cause }).toJSON()).toMatchObject({ cause: 'Error: why' })
    expect(new ChatTimeoutError('x')).not.toHaveProperty('cause')
  })
})

describe('types', () => {
  it('know the values that are listed, and allow others', () => {
    expectTypeOf<'whatsapp' | 'email'>().toExtend<Conversation['channel']>()
    expectTypeOf<string>().toExtend<Conversation['channel']>()
    expectTypeOf<Conversation['channel']>().not.toEqualTypeOf<string>()
    expectTypeOf<Conversation['status']>().not.toEqualTypeOf<string>()
    expectTypeOf<null>().toExtend<Conversation['handoff_sentiment']>()
    expectTypeOf<Conversation['id']>().toEqualTypeOf<string>()
    expectTypeOf<Conversation['summary']>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<Conversation['total_messages']>().toEqualTypeOf<number>()
  })

  it('of the options follow the contract', () => {
    expectTypeOf<ListOptions['sortDirection']>().toEqualTypeOf<'ASC' | 'DESC' | undefined>()
    expectTypeOf<'created_at' | 'any_other'>().toExtend<ListOptions['sortBy']>()
    expectTypeOf<ListOptions['page']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<WalkOptions>().not.toHaveProperty('page')
    expectTypeOf<WalkOptions>().toHaveProperty('startPage')
    expectTypeOf<WalkOptions>().toHaveProperty('concurrency')
    expectTypeOf<() => Promise<string>>().toExtend<Token>()
  })

  it('of the methods say what comes', () => {
    expectTypeOf<ChatClient['listConversations']>().returns.resolves.toEqualTypeOf<Conversation[]>()
    expectTypeOf<ChatClient['conversations']>().returns.toExtend<AsyncIterable<Conversation>>()
    expectTypeOf<ChatClient['pages']>().returns.toExtend<AsyncIterable<Conversation[]>>()
    expectTypeOf<ChatClient['http']>().toEqualTypeOf<ReturnType<typeof createClient<paths>>>()
  })

  it('of the errors narrow by code and by class', () => {
    expectTypeOf<ChatError['code']>().toEqualTypeOf<ChatErrorCode>()
    expectTypeOf<ChatApiError['status']>().toEqualTypeOf<number>()
    expectTypeOf<ChatApiError['body']>().toBeUnknown()
    expectTypeOf<ChatPaginationError['page']>().toEqualTypeOf<number>()
    expectTypeOf<ChatError['requestId']>().toEqualTypeOf<string | undefined>()
  })
})
