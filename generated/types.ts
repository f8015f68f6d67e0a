// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/backend/chat/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Chat Conversations
         * @description Lists the conversations of one organization, page by page.
         *
         *     The answer is a bare JSON array: no envelope, no total, no cursor. Nothing tells the last page but its content, and
         *     a server may give fewer conversations per page than `limit` asks for, so a short page does not prove the end.
         *     Only an empty page does.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description A page, counted from 1.
         * @default 1
         */
        Page: number;
        /**
         * @description A number of conversations per page.
         * @default 10
         */
        Limit: number;
        /**
         * @description A field to sort by.
         * @default created_at
         */
        SortBy: "created_at" | "id" | "channel" | "classification" | "assignee_id" | "handoff" | "handoff_sentiment" | "status" | "action_called" | "total_messages" | (string & {});
        /**
         * @description The direction of a sort: ascending or descending.
         * @default ASC
         * @enum {string}
         */
        SortDirection: "ASC" | "DESC";
        /** @description One page of conversations. An empty array is a page past the end. */
        ConversationList: components["schemas"]["Conversation"][];
        /**
         * @description One support conversation. The sample response shows all thirteen fields, so all but `summary` are required.
         *     Fields that are not listed here are allowed: earlier versions of the API sent more.
         *
         *     The reference page says of no field whether it can be null, so each was asked that question by itself. Null means
         *     "there is none (yet)": of a summary and a sentiment, also after a handoff, of metadata, and of a classification. Every conversation
         *     has an id, an organization, a time, a channel, a state and its counts, is handed off or not, and is assigned to `copilot`
         *     while no human has it: these are never null.
         */
        Conversation: {
            /**
             * @description The unique identifier of the conversation. The sample shows a UUID; no format is documented.
             * @example 5003584a-be1f-4754-a0c7-703f48589e03
             */
            id: string;
            /**
             * @description The unique identifier of the organization (copilot) that the conversation belongs to.
             * @example 4ef0737b-976a-450e-8188-4f1f5a1a1b0b
             */
            copilot_id: string;
            /**
             * Format: date-time
             * @description The date and time of creation, as in RFC 3339. The sample has milliseconds; other endpoints of the vendor send microseconds.
             * @example 2024-06-03T11:57:48.000Z
             */
            created_at: string;
            /**
             * @description Where the conversation takes place. The reference page lists four channels; the vendor's newer API has more
             *     (web_voice, phone_voice, sms, slack, instagram, messenger, api), so expect values that are not listed.
             * @example web
             */
            channel: string;
            /**
             * @description A summary of the conversation. Only available for conversations marked as handoff: without a handoff it is absent or null.
             *     A handoff may have none yet.
             * @example The customer is dissatisfied with the product and is looking for a refund.
             */
            summary?: string | null;
            /**
             * @description The category of the conversation, from the organization's own categories and tags. An open set; null while nobody
             *     has classified the conversation.
             * @example REFUND_REQUEST
             */
            classification: string | null;
            /**
             * @description The id of the assignee; `copilot` while no human is assigned.
             * @example copilot
             */
            assignee_id: string;
            /**
             * @description Whether the conversation was handed off to a human.
             * @example true
             */
            handoff: boolean;
            /**
             * @description The customer's sentiment at the time of handoff; null where there was none, or nobody has judged it yet. The reference page lists no values;
             *     these are the ones of the vendor's newer API.
             * @example neutral
             */
            handoff_sentiment: string | null;
            /**
             * @description The state of the conversation. The reference page says "open, resolved or closed" in words and shows `OPEN` in its sample.
             *     This contract writes the values as the sample does and gives letter case no meaning. The vendor's newer API also has
             *     `closed_resolved` and `closed_unresolved`, so expect values that are not listed.
             * @example OPEN
             */
            status: string;
            /**
             * @description Metadata such as title, recording URL or phone number. The reference page says object and its sample shows null,
             *     so this contract allows both. Every member is optional, and others may come.
             * @example null
             */
            meta: ({
                /** @description A title for the conversation. */
                title?: string | null;
                /** @description How the title was made. */
                title_generation_type?: string | null;
                /** @description A summary that belongs to the metadata. */
                summary?: string | null;
                /** @description The customer's phone number. */
                phoneNumber?: string | null;
                /** @description The WhatsApp number that the customer wrote to. */
                whatsappToNumber?: string | null;
                /** @description The URL of a call's recording. */
                recordingUrl?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description The number of actions that were called in the conversation.
             * @example 1
             */
            action_called: number;
            /**
             * @description The number of messages in the conversation.
             * @example 9
             */
            total_messages: number;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The body of an error. The reference page documents none; this is the form of the vendor's newer API.
         *     Every member is optional, and a body of any other form is allowed too.
         */
        ErrorBody: {
            /**
             * @description The HTTP status, repeated.
             * @example 401
             */
            statusCode?: number;
            /**
             * @description What went wrong, for a developer to read.
             * @example Unauthorized
             */
            message?: string | string[];
            /**
             * @description The name of the status.
             * @example Unauthorized
             */
            error?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description One page of the organization's conversations, in the order that was asked for. */
        Conversations: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ConversationList"];
            };
        };
        /** @description A parameter can't be used. A server may answer 422 instead, or use the parameter's default. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description No usable token. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The token has no right to this organization. A server may answer 404 instead. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such organization, or the token has no right to it. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many requests in a short time. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. Never the answer to bad input. */
        ServerError: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description The organization's unique identifier. No format is documented; treat it as an opaque string of one path segment.
         * @example 4ef0737b-976a-450e-8188-4f1f5a1a1b0b
         */
        organization_id: string;
        /**
         * @description The page to read, counted from 1. A page past the end is an empty array.
         * @example 1
         */
        page: components["schemas"]["Page"];
        /**
         * @description The number of conversations per page. No maximum is documented; a server may give fewer than asked for without saying so.
         * @example 10
         */
        limit: components["schemas"]["Limit"];
        /**
         * @description The field to sort by. The reference page does not list the fields; the known values here are the fields of a conversation
         *     that have an order. A server may refuse a field that it can't sort by.
         * @example created_at
         */
        sortBy: components["schemas"]["SortBy"];
        /**
         * @description The direction of the sort over the whole list, not within a page.
         * @example ASC
         */
        sortDirection: components["schemas"]["SortDirection"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description How to authenticate, as RFC 9110 asks of a 401.
         * @example Bearer
         */
        "WWW-Authenticate": string;
        /**
         * @description How long to wait before the next request, in seconds or as an HTTP date.
         * @example 1
         */
        "Retry-After": string;
    };
    pathItems: never;
}
export type Page = components['schemas']['Page'];
export type Limit = components['schemas']['Limit'];
export type SortBy = components['schemas']['SortBy'];
export type SortDirection = components['schemas']['SortDirection'];
export type ConversationList = components['schemas']['ConversationList'];
export type Conversation = Replaced<components['schemas']['Conversation'], {
    channel: "whatsapp" | "email" | "web" | "phone" | (string & {});
    handoff_sentiment: "angry" | "neutral" | "happy" | (string & {}) | null;
    status: "OPEN" | "RESOLVED" | "CLOSED" | (string & {});
}>;
export type ErrorBody = components['schemas']['ErrorBody'];
export type ResponseConversations = components['responses']['Conversations'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseServerError = components['responses']['ServerError'];
export type ParameterOrganizationId = components['parameters']['organization_id'];
export type ParameterPage = components['parameters']['page'];
export type ParameterLimit = components['parameters']['limit'];
export type ParameterSortBy = components['parameters']['sortBy'];
export type ParameterSortDirection = components['parameters']['sortDirection'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type $defs = Record<string, never>;
export interface operations {
    listConversations: {
        parameters: {
            query?: {
                /**
                 * @description The page to read, counted from 1. A page past the end is an empty array.
                 * @example 1
                 */
                page?: components["parameters"]["page"];
                /**
                 * @description The number of conversations per page. No maximum is documented; a server may give fewer than asked for without saying so.
                 * @example 10
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description The field to sort by. The reference page does not list the fields; the known values here are the fields of a conversation
                 *     that have an order. A server may refuse a field that it can't sort by.
                 * @example created_at
                 */
                sortBy?: components["parameters"]["sortBy"];
                /**
                 * @description The direction of the sort over the whole list, not within a page.
                 * @example ASC
                 */
                sortDirection?: components["parameters"]["sortDirection"];
            };
            header?: never;
            path: {
                /**
                 * @description The organization's unique identifier. No format is documented; treat it as an opaque string of one path segment.
                 * @example 4ef0737b-976a-450e-8188-4f1f5a1a1b0b
                 */
                organization_id: components["parameters"]["organization_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Conversations"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
export type ListConversationsQuery = Replaced<NonNullable<operations["listConversations"]["parameters"]["query"]>, {
    sortBy: "created_at" | "id" | "channel" | "classification" | "assignee_id" | "handoff" | "handoff_sentiment" | "status" | "action_called" | "total_messages" | (string & {});
}>;
type Replaced<T, By> = { [K in keyof T]: K extends keyof By ? By[K] : T[K] };
