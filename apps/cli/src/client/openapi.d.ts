// Made by "npm run make:client" from the OpenAPI document with the digest c4f8d0cc7cbecf26c39d2eb2d1851f190bfd8e22660880480ef4cfb3dcb8b062.
export interface paths {
    "/v1/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are here */
        get: operations["get-v1-access-me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products: what a lot can be */
        get: operations["get-v1-catalogue-products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Processes: what a plant can do */
        get: operations["get-v1-catalogue-processes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Regions of GB/T 2260 */
        get: operations["get-v1-catalogue-regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reference distributions of deposits and materials */
        get: operations["get-v1-catalogue-profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{code}/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a lot went: stock, shipments and losses
         * @description Every holding with mass left and every export that holds some of it: the transpose of origins. Of a lot, what comes from it by mass, element by element.
         */
        get: operations["get-v1-lots-code-destinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where everything of a source went: stock, shipments and losses
         * @description Every holding with mass left and every export that holds some of it: the transpose of origins. Of a lot, what comes from it by mass, element by element.
         */
        get: operations["get-v1-sources-id-destinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{kind}/{number}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the lots came from that were made or moved under a document */
        get: operations["get-v1-documents-kind-number-provenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events in their current versions, voided ones too, newest first */
        get: operations["get-v1-events"];
        put?: never;
        /**
         * Record events
         * @description JSON: 1 to 1,000 events, all or nothing unless `onError=proceed`. NDJSON: one event a line, any number, what is valid is recorded unless `onError=rollback`; answered by one result a line and a summary.
         */
        post: operations["post-v1-events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event with all its versions */
        get: operations["get-v1-events-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings, newest first */
        get: operations["get-v1-findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finding with its evidence and history */
        get: operations["get-v1-findings-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a finding up, confirm or dismiss it; every verdict it weighs on follows */
        post: operations["post-v1-findings-id-decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives */
        get: operations["get-health-live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the service can answer, with each dependency by name */
        get: operations["get-health-ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["get-metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/links/cross-province": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What went from province to province, with the transfers behind it
         * @description Gross mass of distinct accepted dispatches. The province of an end is that of `shipFrom` or `shipTo`, else of the site of the event, else of the enterprise that day.
         */
        get: operations["get-v1-links-cross-province"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lot with its chemistry and who holds what is left of it */
        get: operations["get-v1-lots-code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holdings with mass left, newest first */
        get: operations["get-v1-holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dispatches with their state: the buyer's inbox */
        get: operations["get-v1-transfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{code}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every gram of a lot came from, with bounds, chain and graph */
        get: operations["get-v1-lots-code-provenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lots/{code}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources of a lot: the fast answer */
        get: operations["get-v1-lots-code-origins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operations, newest first */
        get: operations["get-v1-operations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an operation is */
        get: operations["get-v1-operations-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an operation: at once where it is queued, else after the slice in hand */
        post: operations["post-v1-operations-id-cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/paths": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shortest ways of material from one party or lot to another, or into a shipment
         * @description No step of a way is earlier than the one before it. Parties that no way connects have an empty list.
         */
        get: operations["get-v1-paths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each province is to be told of illegal goods that were traded across provinces
         * @description Of a finding of TRD-03: everything that stands by this rule against the same source, at most the 1,000 latest transfers. Findings of other rules have no referrals and are refused.
         */
        get: operations["get-v1-findings-id-referrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screening/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Screen a period, or everything up to a clock, again */
        post: operations["post-v1-screening-runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screening/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a run is */
        get: operations["get-v1-screening-runs-id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screening/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules with their legal basis and parameters */
        get: operations["get-v1-screening-rules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screening/rules/{code}/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the parameters of a rule and judge everything by it again */
        put: operations["put-v1-screening-rules-code-parameters"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lots, shipments, documents, enterprises, permits and findings by number, code or name */
        get: operations["get-v1-search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{declaration}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every gram of a shipment came from, with bounds, chain and graph */
        get: operations["get-v1-shipments-declaration-provenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{declaration}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources of a shipment and its verdict: the fast answer */
        get: operations["get-v1-shipments-declaration-origins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{declaration}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** CLEAN, FLAGGED or UNKNOWN, with reasons and what is missing */
        get: operations["get-v1-shipments-declaration-verdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that a source is legal or illegal; every affected verdict follows */
        post: operations["post-v1-sources-id-decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verdicts of up to 1,000 shipments */
        post: operations["post-v1-verdicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List enterprises: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-enterprises"];
        /**
         * State enterprises
         * @description An enterprise of the chain. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-enterprises"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/enterprises/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of enterprises with its history
         * @description Key: `uscc`.
         */
        get: operations["get-v1-registry-enterprises-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sites: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-sites"];
        /**
         * State sites
         * @description A mine, plant, warehouse or recovery works of an enterprise. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-sites"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/sites/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of sites with its history
         * @description Key: `code`.
         */
        get: operations["get-v1-registry-sites-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List permits: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-permits"];
        /**
         * State permits
         * @description A licence, approval or acceptance. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-permits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/permits/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of permits with its history
         * @description Key: `kind` `:` `number`.
         */
        get: operations["get-v1-registry-permits-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List quotas: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-quotas"];
        /**
         * State quotas
         * @description A quota of a batch of a year. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-quotas"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/quotas/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of quotas with its history
         * @description Key: `year` `:` `batch` `:` `kind` `:` `holder`.
         */
        get: operations["get-v1-registry-quotas-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/published-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List published-lists: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-published-lists"];
        /**
         * State published-lists
         * @description An enterprise on a published list of a year. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-published-lists"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/published-lists/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of published-lists with its history
         * @description Key: `year` `:` `kind` `:` `enterprise`.
         */
        get: operations["get-v1-registry-published-lists-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invoices: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-invoices"];
        /**
         * State invoices
         * @description A VAT invoice. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-invoices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/invoices/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of invoices with its history
         * @description Key: `code` `:` `number`.
         */
        get: operations["get-v1-registry-invoices-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/customs-declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customs-declarations: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-customs-declarations"];
        /**
         * State customs-declarations
         * @description An import or export declaration as customs hold it. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-customs-declarations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/customs-declarations/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of customs-declarations with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-customs-declarations-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/inspection-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inspection-certificates: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-inspection-certificates"];
        /**
         * State inspection-certificates
         * @description An inspection certificate of goods. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-inspection-certificates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/inspection-certificates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of inspection-certificates with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-inspection-certificates-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/resource-tax-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List resource-tax-certificates: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-resource-tax-certificates"];
        /**
         * State resource-tax-certificates
         * @description A certificate that resource tax was paid. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-resource-tax-certificates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/resource-tax-certificates/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of resource-tax-certificates with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-resource-tax-certificates-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List samples: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-samples"];
        /**
         * State samples
         * @description A sample taken by inspectors, and its assay. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-samples"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/samples/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of samples with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-samples-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sanctions: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-sanctions"];
        /**
         * State sanctions
         * @description A sanction against an enterprise. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-sanctions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/sanctions/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of sanctions with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-sanctions-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/monthly-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List monthly-reports: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-monthly-reports"];
        /**
         * State monthly-reports
         * @description What an enterprise reported of a product for a month. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-monthly-reports"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/monthly-reports/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of monthly-reports with its history
         * @description Key: `enterprise` `:` `month` `:` `product`.
         */
        get: operations["get-v1-registry-monthly-reports-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leads: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-leads"];
        /**
         * State leads
         * @description A tip, remote-sensing find or transfer from another authority. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-leads"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/leads/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of leads with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-leads-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List inspections: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-inspections"];
        /**
         * State inspections
         * @description An inspection of an enterprise, site or place. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-inspections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/inspections/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of inspections with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-inspections-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/tax-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tax-returns: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-tax-returns"];
        /**
         * State tax-returns
         * @description A tax return of a period and what was paid. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-tax-returns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/tax-returns/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of tax-returns with its history
         * @description Key: `taxpayer` `:` `tax` `:` `period`.
         */
        get: operations["get-v1-registry-tax-returns-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List monitoring: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-monitoring"];
        /**
         * State monitoring
         * @description A reading or outage of environmental monitoring. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-monitoring"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/monitoring/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of monitoring with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-monitoring-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cases: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-cases"];
        /**
         * State cases
         * @description A case kept by an authority elsewhere. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-cases"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/cases/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of cases with its history
         * @description Key: `number`.
         */
        get: operations["get-v1-registry-cases-key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List feeds: what holds at an instant, newest statement first */
        get: operations["get-v1-registry-feeds"];
        /**
         * State feeds
         * @description Heartbeat of a department's feed. Each item replaces what is known of its key for the time it states; the same again changes nothing. NDJSON: one item a line, any number; answered by one result a line and a summary.
         */
        put: operations["put-v1-registry-feeds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/feeds/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of feeds with its history
         * @description Key: `feed`.
         */
        get: operations["get-v1-registry-feeds-key"];
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
        /** @description Why a request, an event or an item was refused */
        Problem: {
            /** @description `urn:oretrail:problem:<code>` */
            type: string;
            /** @description In the language asked for */
            title: string;
            status: number;
            /** @description Stable; `refused` where errors of several codes were found */
            code: string;
            /** @description In the language asked for; names the value */
            detail: string;
            /** @description Every problem found, at most 1,000 */
            errors?: {
                /** @description Place of the event or item in the request, from 0 */
                index?: number;
                /** @description Id of the event */
                id?: string;
                /** @description JSON pointer into the request body, or into the line of NDJSON */
                pointer?: string;
                /** @description Query parameter, instead of a pointer */
                parameter?: string;
                /** @description What is wrong; stable */
                code: string;
                /** @description The value that was wrong */
                value?: unknown;
                /** @description What would have been right */
                expected?: string;
                /** @description Mass left, for `insufficient-mass`; kg */
                available?: number;
            }[];
            /** @description True where there are more errors than are listed */
            truncated?: boolean;
        };
        Me: {
            /** @description Id of the key or user */
            id: string;
            /** @description Role */
            role: string;
            /** @description True while the installation is in setup mode */
            setupMode: boolean;
        };
        Product: {
            code: string;
            /** @description Name in Chinese */
            zh: string;
            /** @description Name in English */
            en: string;
            /** @description How far it can be relied on: `verified`, `partial`, `derived`, `unverified`, `placeholder` */
            status: string;
            /** @description Where it was read */
            sources: string[];
            /** @description First day it holds */
            validFrom: string;
            /** @description First day it no longer holds */
            validTo?: string;
            /** @description Place in the chain: ORE, CONC, COMP_MIX, COMP_SEP, METAL, ALLOY, MAG, SCRAP, … */
            stage: string;
            /** @description Elements a lot without an assay is taken to hold */
            elements: string[];
            /** @description Typical REO content; % */
            reoPercent: {
                min: number;
                max: number;
            };
            /** @description Distribution of a lot that nobody assayed */
            nominal: {
                assay: components["schemas"]["Assay"];
                profile?: string;
                status: string;
                /** @description Sources */
                sources: string[];
            };
            /** @description Codes of the customs tariff, most likely first */
            hs: string[];
        };
        /**
         * @description Element oxides in % of total REO; sums to 100 ± 2 and is normalised
         * @example {
         *       "La": 25,
         *       "Ce": 50,
         *       "Pr": 5.5,
         *       "Nd": 19.5
         *     }
         */
        Assay: {
            /**
             * @description La oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            La?: number;
            /**
             * @description Ce oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Ce?: number;
            /**
             * @description Pr oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Pr?: number;
            /**
             * @description Nd oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Nd?: number;
            /**
             * @description Sm oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Sm?: number;
            /**
             * @description Eu oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Eu?: number;
            /**
             * @description Gd oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Gd?: number;
            /**
             * @description Tb oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Tb?: number;
            /**
             * @description Dy oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Dy?: number;
            /**
             * @description Ho oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Ho?: number;
            /**
             * @description Er oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Er?: number;
            /**
             * @description Tm oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Tm?: number;
            /**
             * @description Yb oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Yb?: number;
            /**
             * @description Lu oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Lu?: number;
            /**
             * @description Y oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Y?: number;
            /**
             * @description Sc oxide of the total REO; %; at most 6 decimals
             * @example 4.2
             */
            Sc?: number;
        };
        Process: {
            code: string;
            /** @description Name in Chinese */
            zh: string;
            /** @description Name in English */
            en: string;
            /** @description How far it can be relied on: `verified`, `partial`, `derived`, `unverified`, `placeholder` */
            status: string;
            /** @description Where it was read */
            sources: string[];
            /** @description First day it holds */
            validFrom: string;
            /** @description First day it no longer holds */
            validTo?: string;
            /** @description Kinds of enterprise that may run it */
            actorKinds: string[];
            /** @description Product codes, prefixes ending in `*`, or stages */
            inputs: string[];
            /** @description As `inputs` */
            outputs: string[];
            /** @description True where what comes out is the product that went in */
            sameProduct: boolean;
            /** @description Bounds of REO out / REO in; ratio */
            yield: {
                min: number;
                max: number;
            };
            note?: string;
        };
        Region: {
            /** @description Six digits of GB/T 2260 */
            code: string;
            /** @description Name in Chinese */
            zh: string;
            /** @description Name in English */
            en: string;
            /** @description How far it can be relied on: `verified`, `partial`, `derived`, `unverified`, `placeholder` */
            status: string;
            /** @description Where it was read */
            sources: string[];
            /** @description First day it holds */
            validFrom: string;
            /** @description First day it no longer holds */
            validTo?: string;
            /** @description `province`, `prefecture` or `county` */
            level: string;
            /** @description Code that took its place */
            successor?: string;
        };
        Profile: {
            /** @description Code, as products name it */
            code: string;
            /** @description Name in Chinese */
            zh: string;
            /** @description Name in English */
            en: string;
            /** @description How far it can be relied on: `verified`, `partial`, `derived`, `unverified`, `placeholder` */
            status: string;
            /** @description Where it was read */
            sources: string[];
            /** @description First day it holds */
            validFrom: string;
            /** @description First day it no longer holds */
            validTo?: string;
            assay: components["schemas"]["Assay"];
            note?: string;
        };
        /** @description The state of knowledge the answer is of */
        AsOf: {
            /** @description Ledger position */
            seq: number;
            /**
             * Format: date-time
             * @description When that position was recorded
             */
            at: string;
        };
        Subject: {
            kind: "shipment" | "lot" | "document";
            /** @description Declaration number, lot code, or `kind/number` of a document */
            id: string;
            /** @description Of a lot: USCC of the enterprise that declared it */
            declaredBy?: string;
            /** @description USCC of the holder whose rest of the lot is meant */
            enterprise?: string;
            /** @description Physical mass */
            massKg: number;
            /** @description Rare-earth oxides in it */
            reoKg: number;
            /** @description Where the element distributions of its lots come from: `declared` (an assay), `inherited` (the mixture of the pool they were made from), `nominal` (typical of the product) */
            assayBasis: string[];
        };
        Verdict: {
            status: "CLEAN" | "FLAGGED" | "UNKNOWN";
            /** @description Why it is FLAGGED */
            reasons: {
                code: string;
                /** @description In the language asked for */
                detail: string;
                /** @description Sources, dispatches or events meant, at most 100 */
                refs: string[];
            }[];
            /** @description What would have to be known for CLEAN */
            missing: {
                code: string;
                /** @description In the language asked for */
                detail: string;
                /** @description Sources, dispatches or events meant, at most 100 */
                refs: string[];
            }[];
        };
        ChainFinding: {
            /**
             * Format: uuid
             * @description a UUID
             */
            id: string;
            /**
             * @description Code of the rule
             * @example REC-01
             */
            rule: string;
            /**
             * @description `S1` to `S4`
             * @example S4
             */
            severity: string;
            /** @description USCC of the enterprise it is on */
            enterprise?: string;
            /** @description The event it is shown with */
            event?: string;
            title: {
                zh: string;
                en: string;
            };
        };
        EventRequest: {
            /** @description In order */
            events: components["schemas"]["Event"][];
        };
        /** @description Something that happened to material */
        Event: components["schemas"]["MiningEvent"] | components["schemas"]["ImportEvent"] | components["schemas"]["ScrapIntakeEvent"] | components["schemas"]["OpeningStockEvent"] | components["schemas"]["ProcessingEvent"] | components["schemas"]["DispatchEvent"] | components["schemas"]["ReceiptEvent"] | components["schemas"]["UndispatchedReceiptEvent"] | components["schemas"]["ExportEvent"] | components["schemas"]["StocktakeEvent"] | components["schemas"]["CorrectionEvent"];
        /** @description New holdings from the source (licence, year) */
        MiningEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "mining";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Mining-licence number; recovery approvals and exploration licences are taken and screened (1 to 64 printable characters, NFC, no blank at either end)
             * @example C3600002011035110012345
             */
            licence: string;
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
            location?: components["schemas"]["Location"];
            /**
             * Format: date-time
             * @description Begin of the period (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            from?: string;
        };
        /** @description A document that an event cites */
        DocumentRef: {
            /**
             * @description What kind of document it is
             * @example vat-invoice
             * @enum {string}
             */
            kind: "vat-invoice" | "import-declaration" | "export-declaration" | "export-licence" | "dual-use-licence" | "inspection-certificate" | "resource-tax-certificate" | "contract" | "transport" | "assay-report" | "weighbridge" | "other";
            /**
             * @description Number of the document (1 to 64 printable characters, NFC, no blank at either end)
             * @example 26352000000012345678
             */
            number: string;
            /**
             * @description Second code of documents that have one, such as older VAT invoices (1 to 64 printable characters, NFC, no blank at either end)
             * @example 3600201130
             */
            code?: string;
            /** @description SHA-256 of the file, hexadecimal */
            sha256?: string;
        };
        /** @description Taken over from an older system */
        Backfill: {
            /**
             * @description The older system
             * @example Stock ledger 2019
             */
            system: string;
            /**
             * @description Why it is taken over now
             * @example Migration of 2025 stocks
             */
            reason: string;
        };
        /** @description A new lot: what it is, how much of it, and its chemistry */
        LotDeclaration: {
            /**
             * @description Lot code, the label on the drum: unique per declaring enterprise; 1–64 printable characters, NFC, no "/" (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Product code of the catalogue (1 to 64 printable characters, NFC, no blank at either end)
             * @example ENR-ION-M
             */
            product: string;
            /**
             * @description Physical mass as it lies; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description REO of that mass; up to 155, as metals count as oxide; %; at most 6 decimals
             * @example 92
             */
            reoPercent?: number;
            /**
             * @description Metal content instead of `reoPercent`, for products of stage METAL, ALLOY, MAG and SCRAP; %; at most 6 decimals
             * @example 99.5
             */
            metalPercent?: number;
            assay?: components["schemas"]["Assay"];
            /**
             * Format: date-time
             * @description When this lot was ready, between `from` and `occurredAt`; time rules use it (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            at?: string;
        } & (unknown | unknown);
        /** @description Where it was mined */
        Location: {
            /**
             * @description Latitude, CGCS2000; degrees
             * @example 24.91
             */
            lat: number;
            /**
             * @description Longitude, CGCS2000; degrees
             * @example 114.79
             */
            lon: number;
        };
        /** @description New holdings from the source (declaration) */
        ImportEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "import";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Number of the import declaration, 18 digits (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            declaration: string;
            /**
             * @description Country of origin, ISO 3166-1 (an ISO 3166-1 country code)
             * @example MM
             */
            originCountry: string;
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description New holdings of scrap from the source (supplier, year) */
        ScrapIntakeEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "scrap-intake";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            supplier: components["schemas"]["Party"];
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description Who delivered the scrap */
        Party: {
            /**
             * @description Name as written on the papers
             * @example 示例金属回收有限公司
             */
            name: string;
            /**
             * @description Its unified social credit code, where known (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            uscc?: string;
        };
        /** @description Stock at the start: source (enterprise, opening stock), origin not verified */
        OpeningStockEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "opening-stock";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
            /** @description Where the enterprise says it is from */
            statedOrigin?: string;
        };
        /** @description A batch or period run of a plant: consumes draws, yields new lots */
        ProcessingEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "processing";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Process code of the catalogue (1 to 64 printable characters, NFC, no blank at either end)
             * @example SEPARATION
             */
            process: string;
            /**
             * Format: date-time
             * @description Begin of the run (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            from: string;
            /** @description What went in */
            draws: components["schemas"]["LotDraw"][];
            /** @description What came out */
            yields: components["schemas"]["LotDeclaration"][];
            /** @description Declared losses */
            losses?: components["schemas"]["Loss"][];
        };
        /** @description A mass taken from the enterprise's holdings of a lot, oldest first */
        LotDraw: {
            /**
             * @description Lot code; `USCC:code` where two enterprises declared the same code (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Mass taken; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description Id of the holding to draw from; without it the oldest first (1 to 64 printable characters, NFC, no blank at either end)
             * @example 3f0c2d51-9a7e-8b46-a1d0-5c8e7f2b9d34
             */
            holding?: string;
        };
        /** @description A declared loss; leaves in the pool's mixture */
        Loss: {
            /**
             * @description What it was lost as
             * @example tailings
             * @enum {string}
             */
            kind: "tailings" | "waste" | "radioactive-residue" | "loss";
            /**
             * @description Physical mass lost; kg; at most 3 decimals
             * @example 1249.8
             */
            massKg: number;
            /**
             * @description REO of that mass; %; at most 6 decimals
             * @example 0.8
             */
            reoPercent: number;
        };
        /** @description Mass leaves the seller and is in transit to the buyer */
        DispatchEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "dispatch";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Buyer or keeper (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            to: string;
            /** @description What is sent */
            draws: components["schemas"]["DispatchDraw"][];
            /**
             * @description Why it is sent; default `sale`
             * @example sale
             * @enum {string}
             */
            terms?: "sale" | "tolling" | "storage" | "return" | "internal";
            /**
             * @description Region it leaves from; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            shipFrom?: string;
            /**
             * @description Region it goes to; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            shipTo?: string;
        };
        DispatchDraw: {
            /**
             * @description Lot code; `USCC:code` where two enterprises declared the same code (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Mass taken; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description Id of the holding to draw from; without it the oldest first (1 to 64 printable characters, NFC, no blank at either end)
             * @example 3f0c2d51-9a7e-8b46-a1d0-5c8e7f2b9d34
             */
            holding?: string;
            /**
             * @description Price without VAT; CNY per t
             * @example 58000
             */
            unitPrice?: number;
        };
        /** @description Answer to a dispatch: accepted, the buyer holds what was weighed; rejected, back to the seller */
        ReceiptEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "receipt";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Id of the dispatch that is answered (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            dispatch: string;
            /**
             * @description Whether the goods are taken
             * @example accepted
             * @enum {string}
             */
            outcome: "accepted" | "rejected";
            /** @description Weighed masses; lots left out count as dispatched */
            items?: components["schemas"]["ReceiptItem"][];
        };
        ReceiptItem: {
            /**
             * @description Lot code; `USCC:code` where two enterprises declared the same code (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Mass weighed on arrival; 0 is a total loss; kg; at most 3 decimals
             * @example 1249.8
             */
            massKg: number;
        };
        /** @description Goods received that nobody dispatched: source unexplained, named */
        UndispatchedReceiptEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "receipt";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            from: components["schemas"]["Party"];
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description Mass leaves the country */
        ExportEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "export";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Number of the export declaration, 18 digits: names the shipment (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            declaration: string;
            /**
             * @description Country of destination, ISO 3166-1 (an ISO 3166-1 country code)
             * @example MM
             */
            destination: string;
            /**
             * @description Port of exit
             * @example Shanghai Yangshan
             */
            port?: string;
            /**
             * @description Consignee abroad
             * @example Example Magnetics
             */
            consignee?: string;
            /** @description What leaves the country */
            items: components["schemas"]["ExportItem"][];
        };
        ExportItem: {
            /**
             * @description Lot code; `USCC:code` where two enterprises declared the same code (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Mass that leaves the country; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description HS code, 6 to 10 digits
             * @example 2846901990
             */
            hsCode?: string;
            /**
             * @description Price; USD per t
             * @example 12500
             */
            unitPriceUsd?: number;
        };
        /** @description Consumes all holdings of each lot there and yields one; shortage: loss; surplus: unexplained source */
        StocktakeEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "stocktake";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /** @description What was found, lot by lot */
            counts: components["schemas"]["Count"][];
            /**
             * @description Why it was counted
             * @example Year-end count
             */
            reason?: string;
        };
        Count: {
            /**
             * @description Lot code; `USCC:code` where two enterprises declared the same code (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot: string;
            /**
             * @description Mass found; kg; at most 3 decimals
             * @example 1249.8
             */
            countedKg: number;
        };
        /** @description Voids an event, or replaces it by a new version under the same id */
        CorrectionEvent: {
            /**
             * Format: uuid
             * @description Made by the client: identity and idempotency key (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            id: string;
            /**
             * @description Kind of event
             * @constant
             */
            type: "correction";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Id of the original event (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            corrects: string;
            /**
             * @description Why it is corrected
             * @example Weighbridge misread
             */
            reason: string;
            /** @description Who approved it */
            approvedBy?: string;
            /**
             * @description Version it was made against
             * @example 1
             */
            expectedVersion?: number;
            replacement?: components["schemas"]["Replacement"];
        };
        /** @description The event as it should have been, without `id`, same type and enterprise; left out: the event is void */
        Replacement: components["schemas"]["MiningReplacement"] | components["schemas"]["ImportReplacement"] | components["schemas"]["ScrapIntakeReplacement"] | components["schemas"]["OpeningStockReplacement"] | components["schemas"]["ProcessingReplacement"] | components["schemas"]["DispatchReplacement"] | components["schemas"]["ReceiptReplacement"] | components["schemas"]["UndispatchedReceiptReplacement"] | components["schemas"]["ExportReplacement"] | components["schemas"]["StocktakeReplacement"];
        /** @description New holdings from the source (licence, year) */
        MiningReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "mining";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Mining-licence number; recovery approvals and exploration licences are taken and screened (1 to 64 printable characters, NFC, no blank at either end)
             * @example C3600002011035110012345
             */
            licence: string;
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
            location?: components["schemas"]["Location"];
            /**
             * Format: date-time
             * @description Begin of the period (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            from?: string;
        };
        /** @description New holdings from the source (declaration) */
        ImportReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "import";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Number of the import declaration, 18 digits (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            declaration: string;
            /**
             * @description Country of origin, ISO 3166-1 (an ISO 3166-1 country code)
             * @example MM
             */
            originCountry: string;
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description New holdings of scrap from the source (supplier, year) */
        ScrapIntakeReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "scrap-intake";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            supplier: components["schemas"]["Party"];
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description Stock at the start: source (enterprise, opening stock), origin not verified */
        OpeningStockReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "opening-stock";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
            /** @description Where the enterprise says it is from */
            statedOrigin?: string;
        };
        /** @description A batch or period run of a plant: consumes draws, yields new lots */
        ProcessingReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "processing";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Process code of the catalogue (1 to 64 printable characters, NFC, no blank at either end)
             * @example SEPARATION
             */
            process: string;
            /**
             * Format: date-time
             * @description Begin of the run (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            from: string;
            /** @description What went in */
            draws: components["schemas"]["LotDraw"][];
            /** @description What came out */
            yields: components["schemas"]["LotDeclaration"][];
            /** @description Declared losses */
            losses?: components["schemas"]["Loss"][];
        };
        /** @description Mass leaves the seller and is in transit to the buyer */
        DispatchReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "dispatch";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Buyer or keeper (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            to: string;
            /** @description What is sent */
            draws: components["schemas"]["DispatchDraw"][];
            /**
             * @description Why it is sent; default `sale`
             * @example sale
             * @enum {string}
             */
            terms?: "sale" | "tolling" | "storage" | "return" | "internal";
            /**
             * @description Region it leaves from; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            shipFrom?: string;
            /**
             * @description Region it goes to; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            shipTo?: string;
        };
        /** @description Answer to a dispatch: accepted, the buyer holds what was weighed; rejected, back to the seller */
        ReceiptReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "receipt";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description Id of the dispatch that is answered (a UUID)
             * @example 7c1e3f62-58f5-4d0f-9a35-6f1f9a4f3d10
             */
            dispatch: string;
            /**
             * @description Whether the goods are taken
             * @example accepted
             * @enum {string}
             */
            outcome: "accepted" | "rejected";
            /** @description Weighed masses; lots left out count as dispatched */
            items?: components["schemas"]["ReceiptItem"][];
        };
        /** @description Goods received that nobody dispatched: source unexplained, named */
        UndispatchedReceiptReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "receipt";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            from: components["schemas"]["Party"];
            /** @description The new lots */
            yields: components["schemas"]["LotDeclaration"][];
        };
        /** @description Mass leaves the country */
        ExportReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "export";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /**
             * @description Number of the export declaration, 18 digits: names the shipment (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            declaration: string;
            /**
             * @description Country of destination, ISO 3166-1 (an ISO 3166-1 country code)
             * @example MM
             */
            destination: string;
            /**
             * @description Port of exit
             * @example Shanghai Yangshan
             */
            port?: string;
            /**
             * @description Consignee abroad
             * @example Example Magnetics
             */
            consignee?: string;
            /** @description What leaves the country */
            items: components["schemas"]["ExportItem"][];
        };
        /** @description Consumes all holdings of each lot there and yields one; shortage: loss; surplus: unexplained source */
        StocktakeReplacement: {
            /**
             * @description Kind of event
             * @constant
             */
            type: "stocktake";
            /**
             * @description Enterprise whose event it is; must be in the registry (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * Format: date-time
             * @description When it happened (`processing`: end of the run); at most 5 minutes in the future (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When the enterprise's own system recorded it; default: server time (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            enteredAt?: string;
            /**
             * @description Site of the enterprise; yields lie there (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /** @description Documents that belong to it */
            documents?: components["schemas"]["DocumentRef"][];
            backfill?: components["schemas"]["Backfill"];
            /** @description Free text, at most 2,000 characters */
            note?: string;
            /**
             * @description Fields of your own: stored and returned as they are; at most 16 KiB of JSON
             * @example {
             *       "furnace": "K2"
             *     }
             */
            extensions?: {
                [key: string]: unknown;
            };
            /** @description What was found, lot by lot */
            counts: components["schemas"]["Count"][];
            /**
             * @description Why it was counted
             * @example Year-end count
             */
            reason?: string;
        };
        CaptureAnswer: {
            results: components["schemas"]["CaptureResult"][];
            /** @description The ledger's head after the request */
            checkpoint: {
                /** @description Ledger position */
                seq: number;
            };
        };
        CaptureResult: {
            /**
             * Format: uuid
             * @description Absent where none could be read (a UUID)
             */
            id?: string;
            /** @description `recorded`, `duplicate` or `refused` */
            status: string;
            /** @description Ledger position */
            seq?: number;
            /** @description Version of the event, from 1 */
            version?: number;
            problem?: components["schemas"]["Problem"];
        };
        /** @description The last line of an answer in NDJSON */
        CaptureSummary: {
            summary: {
                /** @description Lines that are new */
                recorded: number;
                /** @description Lines that were recorded before */
                duplicate: number;
                /** @description Lines that were refused */
                refused: number;
            };
            /** @description The ledger's head after the request */
            checkpoint: {
                /** @description Ledger position */
                seq: number;
            };
        };
        /** @description The last line where the import could not go on; lines before it stand */
        BrokenImport: {
            problem: components["schemas"]["Problem"];
        };
        EventVersions: {
            /**
             * Format: uuid
             * @description a UUID
             */
            id: string;
            versions: {
                /** @description From 1 */
                version: number;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                /** @description The event as recorded; null when voided */
                event: unknown;
                /** @description Reason of the correction */
                reason?: string;
            }[];
        };
        EventItem: {
            /**
             * Format: uuid
             * @description a UUID
             */
            id: string;
            /** @description From 1 */
            version: number;
            /** @description Ledger position */
            seq: number;
            /**
             * Format: date-time
             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
             */
            recordedAt: string;
            /** @description The event as it stands; null when voided */
            event: components["schemas"]["Event"] | null;
        };
        Finding: {
            /**
             * Format: uuid
             * @description Id of the finding (a UUID)
             */
            id: string;
            /**
             * @description Code of the rule
             * @example MIN-01
             */
            rule: string;
            /**
             * @description S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead
             * @example S1
             * @enum {string}
             */
            severity: "S1" | "S2" | "S3" | "S4";
            /**
             * @description Where it stands; `closed` when its cause is gone
             * @example open
             * @enum {string}
             */
            state: "open" | "in-progress" | "confirmed" | "dismissed" | "closed";
            /**
             * @description Enterprise it is on; absent where it concerns a region or a feed (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /**
             * @description Region, six digits
             * @example 360728
             */
            region?: string;
            /** @description Event, lot, document, site or product that tells it from others */
            subject?: string;
            /**
             * @description Month, quarter or year
             * @example 2026-Q3
             */
            period?: string;
            /**
             * Format: uuid
             * @description The event it is shown with (a UUID)
             */
            event?: string;
            /**
             * Format: date-time
             * @description When what it is about happened
             * @example 2026-11-20T10:00:00+08:00
             */
            at: string;
            title: components["schemas"]["Bilingual"];
            amount?: components["schemas"]["FindingAmount"];
            /**
             * Format: date-time
             * @description When it was raised
             * @example 2026-11-20T10:00:00+08:00
             */
            raisedAt: string;
        };
        Bilingual: {
            /** @description Chinese */
            zh: string;
            /** @description English */
            en: string;
        };
        FindingAmount: {
            /** @description How much */
            value: number;
            /**
             * @description Of what
             * @example kg REO
             */
            unit: string;
        };
        FindingDetail: {
            /**
             * Format: uuid
             * @description Id of the finding (a UUID)
             */
            id: string;
            /**
             * @description Code of the rule
             * @example MIN-01
             */
            rule: string;
            /**
             * @description S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead
             * @example S1
             * @enum {string}
             */
            severity: "S1" | "S2" | "S3" | "S4";
            /**
             * @description Where it stands; `closed` when its cause is gone
             * @example open
             * @enum {string}
             */
            state: "open" | "in-progress" | "confirmed" | "dismissed" | "closed";
            /**
             * @description Enterprise it is on; absent where it concerns a region or a feed (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /**
             * @description Region, six digits
             * @example 360728
             */
            region?: string;
            /** @description Event, lot, document, site or product that tells it from others */
            subject?: string;
            /**
             * @description Month, quarter or year
             * @example 2026-Q3
             */
            period?: string;
            /**
             * Format: uuid
             * @description The event it is shown with (a UUID)
             */
            event?: string;
            /**
             * Format: date-time
             * @description When what it is about happened
             * @example 2026-11-20T10:00:00+08:00
             */
            at: string;
            title: components["schemas"]["Bilingual"];
            amount?: components["schemas"]["FindingAmount"];
            /**
             * Format: date-time
             * @description When it was raised
             * @example 2026-11-20T10:00:00+08:00
             */
            raisedAt: string;
            evidence: components["schemas"]["Evidence"];
            /** @description The rule's parameters when it was found */
            parameters: {
                [key: string]: number;
            };
            /** @description States, oldest first */
            history: components["schemas"]["FindingHistory"][];
        };
        /** @description Where each number can be followed to */
        Evidence: {
            /** @description Ids of events */
            events?: string[];
            /** @description Lots, `USCC:code` */
            lots?: string[];
            /** @description Registry items, `collection/key` */
            documents?: string[];
            /** @description USCCs */
            enterprises?: string[];
            /** @description Regions, six digits */
            regions?: string[];
            /** @description Ids of sources */
            sources?: string[];
            /** @description Dispatches that carried illegal mass between provinces */
            transfers?: components["schemas"]["TaintedTransfer"][];
            /** @description Numbers that were compared */
            figures?: components["schemas"]["Figure"][];
            note?: components["schemas"]["Bilingual"];
        };
        TaintedTransfer: {
            /**
             * Format: uuid
             * @description Id of the dispatch (a UUID)
             */
            dispatch: string;
            /**
             * @description Province the goods left, six digits
             * @example 360000
             */
            fromRegion: string;
            /**
             * @description Province they went to, six digits
             * @example 440000
             */
            toRegion: string;
            /** @description Lots of it that carried some, `USCC:code` */
            lots: string[];
            /**
             * @description REO that is illegal by what the finding is about; kg
             * @example 120.5
             */
            illegalReoKg: number;
        };
        Figure: {
            name: components["schemas"]["Bilingual"];
            value: number;
            unit: string;
        };
        FindingHistory: {
            /**
             * @description Where it stands; `closed` when its cause is gone
             * @example open
             * @enum {string}
             */
            state: "open" | "in-progress" | "confirmed" | "dismissed" | "closed";
            /**
             * Format: date-time
             * @description Since when
             * @example 2026-11-20T10:00:00+08:00
             */
            at: string;
            /** @description Who; `screening` for what the system does */
            actor: string;
            /** @description Why */
            note?: string;
        };
        FindingDecision: {
            /**
             * @description What it becomes
             * @example in-progress
             * @enum {string}
             */
            state: "in-progress" | "confirmed" | "dismissed";
            /**
             * @description Why
             * @example Field check of 12 March
             */
            note: string;
        };
        DecidedFinding: {
            /**
             * Format: uuid
             * @description Id of the finding (a UUID)
             */
            id: string;
            /**
             * @description Code of the rule
             * @example MIN-01
             */
            rule: string;
            /**
             * @description S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead
             * @example S1
             * @enum {string}
             */
            severity: "S1" | "S2" | "S3" | "S4";
            /**
             * @description Where it stands; `closed` when its cause is gone
             * @example open
             * @enum {string}
             */
            state: "open" | "in-progress" | "confirmed" | "dismissed" | "closed";
            /**
             * @description Enterprise it is on; absent where it concerns a region or a feed (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /**
             * @description Region, six digits
             * @example 360728
             */
            region?: string;
            /** @description Event, lot, document, site or product that tells it from others */
            subject?: string;
            /**
             * @description Month, quarter or year
             * @example 2026-Q3
             */
            period?: string;
            /**
             * Format: uuid
             * @description The event it is shown with (a UUID)
             */
            event?: string;
            /**
             * Format: date-time
             * @description When what it is about happened
             * @example 2026-11-20T10:00:00+08:00
             */
            at: string;
            title: components["schemas"]["Bilingual"];
            amount?: components["schemas"]["FindingAmount"];
            /**
             * Format: date-time
             * @description When it was raised
             * @example 2026-11-20T10:00:00+08:00
             */
            raisedAt: string;
            evidence: components["schemas"]["Evidence"];
            /** @description The rule's parameters when it was found */
            parameters: {
                [key: string]: number;
            };
            /** @description States, oldest first */
            history: components["schemas"]["FindingHistory"][];
            /** @description Ledger position of the decision */
            seq: number;
            /** @description Export declarations whose verdict it weighs on, at most 1,000 */
            shipments: string[];
        };
        Liveness: {
            status: string;
        };
        Readiness: {
            /** @description `ok` or `unavailable` */
            status: string;
            /** @description `up` or `down` by name */
            dependencies: {
                [key: string]: string;
            };
        };
        CrossProvinceLink: {
            /**
             * @description Province the goods left; GB/T 2260 code
             * @example 360000
             */
            from: string;
            /**
             * @description Province they went to; GB/T 2260 code
             * @example 360000
             */
            to: string;
            /** @description Accepted dispatches */
            transfers: number;
            /** @description Gross mass of these dispatches; kg */
            massKg: number;
            /** @description Gross REO of these dispatches; kg */
            reoKg: number;
            /** @description One of them carried mass of an illegal source */
            flagged: boolean;
            /** @description Ids of the dispatches, the latest first, at most 100; `transfers` says how many there are */
            events: string[];
        };
        Lot: {
            /** @description Lot code */
            lot: string;
            /** @description Enterprise that declared the lot (a unified social credit code: 18 characters whose check character fits) */
            declaredBy: string;
            /** @description Product code */
            product: string;
            /** @description REO of the mass; % */
            reoPercent: number;
            assay: components["schemas"]["Assay"];
            /** @description `declared`, `inherited` or `nominal` */
            assayBasis: string;
            /**
             * Format: uuid
             * @description Event it comes from (a UUID)
             */
            event: string;
            /** @description Mass when it was made; kg */
            massKg: number;
            /** @description Who holds what is left */
            holdings: components["schemas"]["Holding"][];
            /** @description True where not all holdings are listed */
            truncated?: boolean;
        };
        Holding: {
            /** @description Id of the holding */
            id: string;
            /** @description Who holds it; in transit, the sender (a unified social credit code: 18 characters whose check character fits) */
            enterprise: string;
            /** @description Lot code */
            lot: string;
            /** @description Enterprise that declared the lot (a unified social credit code: 18 characters whose check character fits) */
            declaredBy: string;
            /** @description Product code */
            product: string;
            /** @description What is left; kg */
            massKg: number;
            /** @description REO of what is left; kg */
            reoKg: number;
            /**
             * Format: uuid
             * @description Event it comes from (a UUID)
             */
            event: string;
            /** @description Where it lies */
            site?: string;
            /** @description `false`, or `{ "dispatch", "to" }` */
            inTransit: unknown;
        };
        Transfer: {
            /**
             * Format: uuid
             * @description Id of the dispatch (a UUID)
             */
            dispatch: string;
            /** @description a unified social credit code: 18 characters whose check character fits */
            from: string;
            /** @description a unified social credit code: 18 characters whose check character fits */
            to: string;
            /** @description `in-transit`, `accepted` or `rejected` */
            state: string;
            /**
             * Format: date-time
             * @description an ISO 8601 instant with offset, from the year 1900 on
             */
            dispatchedAt: string;
            /** @description `sale`, `tolling`, `storage`, `return` or `internal` */
            terms: string;
            items: {
                /** @description Lot code */
                lot: string;
                /** @description Enterprise that declared the lot (a unified social credit code: 18 characters whose check character fits) */
                declaredBy: string;
                /** @description Product code */
                product: string;
                /** @description Mass sent; kg */
                massKg: number;
                /** @description Mass weighed on arrival; kg */
                receivedKg?: number;
            }[];
            documents: components["schemas"]["DocumentRef"][];
            /**
             * Format: uuid
             * @description Id of the receipt (a UUID)
             */
            receipt?: string;
        };
        Operation: {
            /**
             * Format: uuid
             * @description a UUID
             */
            id: string;
            /**
             * @description What is done
             * @example recompute-pools
             */
            kind: string;
            /** @description Names the work: while it is queued it is not queued again */
            key?: string;
            /**
             * @description A queued or running operation goes on; the others have ended
             * @example running
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            progress: number;
            /** @description Things done, where they can be counted */
            done?: number;
            /** @description Things to do, where they can be counted */
            total?: number;
            /** @description A running operation ends after the slice in hand */
            cancelRequested: boolean;
            /** @description Why it failed, or why it is tried again */
            error?: string;
            /** @description What was asked */
            input?: unknown;
            /** @description Who asked for it */
            actor: string;
            /**
             * Format: date-time
             * @description an ISO 8601 instant with offset, from the year 1900 on
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description First run (an ISO 8601 instant with offset, from the year 1900 on)
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @description When it ended (an ISO 8601 instant with offset, from the year 1900 on)
             */
            finishedAt?: string;
        };
        PathStep: {
            /**
             * Format: uuid
             * @description Id of the event (a UUID)
             */
            event: string;
            /**
             * @description Kind of the event
             * @example dispatch
             */
            type: string;
            /**
             * Format: date-time
             * @description When the mass left the event: never before the step before it
             */
            at: string;
            /** @description USCC of the enterprise it was with; left out where it begins here */
            from?: string;
            /** @description USCC of the enterprise it went to or stayed with; of an export, the number of the declaration */
            to: string;
            /** @description Lot that left the event */
            lot: string;
            /** @description USCC of the enterprise that declared the lot */
            declaredBy: string;
            /** @description Mass of it that left the event; kg */
            massKg: number;
        };
        Referral: {
            finding: components["schemas"]["Finding"];
            /**
             * @description Id of the illegal source, or `findings/id` of what made the making of the goods unlawful
             * @example mining-licence:C1000002013095110131406:2026
             */
            source: string;
            /** @description One for each province, of the transfers that are shown */
            packages: components["schemas"]["ReferralPackage"][];
            shown: {
                /**
                 * @description Transfers
                 * @example 3
                 */
                transfers: number;
            };
            total: {
                /**
                 * @description Transfers
                 * @example 3
                 */
                transfers: number;
            };
            /** @description Less is shown than there is: only the latest transfers, or only what is open to the caller */
            truncated: boolean;
        };
        ReferralPackage: {
            /**
             * @description Province it is for; GB/T 2260 code, six digits
             * @example 360000
             */
            region: string;
            /** @description Departments that answer for it there */
            authorities: ("industry" | "resources" | "environment" | "emergency" | "tax" | "market" | "commerce" | "customs" | "police" | "reform" | "finance" | "state-assets" | "discipline")[];
            /** @description Parties whose end of a transfer lies in the province */
            enterprises: components["schemas"]["ReferredEnterprise"][];
            /** @description Lots with illegal mass that came into the province or left it */
            lots: components["schemas"]["ReferredLot"][];
            /** @description Transfers with an end in the province, the latest first */
            transfers: components["schemas"]["ReferredTransfer"][];
            /** @description Documents that the dispatches or their receipts cite */
            documents: components["schemas"]["ReferredDocument"][];
            figures: components["schemas"]["ReferralFigures"];
        };
        ReferredEnterprise: {
            /**
             * @description Enterprise (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            uscc: string;
            /**
             * @description Name in the registry at its latest transfer
             * @example 示例稀土有限公司
             */
            name?: string;
            /** @description Ids of the findings of the component on it */
            findings: string[];
        };
        ReferredLot: {
            /**
             * @description Lot, `USCC:code`
             * @example 91360728MA35BAYA0U:LN-2611-01
             */
            lot: string;
            /**
             * @description Code of its product
             * @example ENR-ION-H
             */
            product: string;
            /**
             * @description Physical mass of it in these transfers, counted at each; kg
             * @example 1200.5
             */
            massKg: number;
        };
        ReferredTransfer: {
            /**
             * Format: uuid
             * @description Id of the dispatch (a UUID)
             */
            dispatch: string;
            /**
             * Format: date-time
             * @description When it was dispatched
             * @example 2026-11-20T10:00:00+08:00
             */
            at: string;
            /**
             * @description Enterprise that sent it (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            from: string;
            /**
             * @description Enterprise it was sent to (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            to: string;
            /**
             * @description Province the goods left; GB/T 2260 code, six digits
             * @example 360000
             */
            fromRegion: string;
            /**
             * @description Province they went to; GB/T 2260 code, six digits
             * @example 360000
             */
            toRegion: string;
            /**
             * @description Physical mass of its lots that carried illegal mass, as dispatched; kg
             * @example 1200.5
             */
            massKg: number;
            /**
             * @description REO of it that is illegal by the source; kg
             * @example 1200.5
             */
            illegalReoKg: number;
            /** @description Documents that the dispatches or their receipts cite */
            documents: components["schemas"]["ReferredDocument"][];
        };
        ReferredDocument: {
            /**
             * @description What kind of document it is
             * @example vat-invoice
             */
            kind: string;
            /**
             * @description Number of the document
             * @example 26352000000012345678
             */
            number: string;
            /**
             * @description Second code, as of older VAT invoices
             * @example 3600201130
             */
            code?: string;
        };
        /** @description Gross: what came in and left again counts twice */
        ReferralFigures: {
            /**
             * @description Transfers with an end in the province
             * @example 3
             */
            transfers: number;
            /**
             * @description Sum over these transfers; kg
             * @example 1200.5
             */
            massKg: number;
            /**
             * @description Sum over these transfers; kg
             * @example 1200.5
             */
            illegalReoKg: number;
        };
        ScreeningRunRequest: {
            /** @description Rules to apply; all by default */
            rules?: string[];
            /**
             * @description Year, quarter or month; everything up to the clock by default
             * @example 2026-Q3
             */
            period?: string;
            /** @description Enterprises to examine; all by default */
            enterprises?: string[];
            /**
             * Format: date-time
             * @description The instant that rules with deadlines take for now; now by default (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-11-20T10:00:00+08:00
             */
            clock?: string;
        };
        ScreeningRunId: {
            /**
             * Format: uuid
             * @description Id of the run (a UUID)
             */
            id: string;
        };
        ScreeningRun: {
            /**
             * Format: uuid
             * @description Id of the run (a UUID)
             */
            id: string;
            /**
             * @description How far it is
             * @example queued
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "failed";
            /** @description Part that is done */
            progress: number;
            /** @description Findings raised, also those raised again */
            raised: number;
            /** @description Findings whose cause is gone */
            closed: number;
            /** @description Why it failed */
            error?: string;
        };
        Rule: {
            /**
             * @description Code, never changes
             * @example MIN-01
             */
            code: string;
            /**
             * @description Violation, check of an authority, duty, or record
             * @example violation
             * @enum {string}
             */
            kind: "violation" | "check" | "duty" | "record";
            title: components["schemas"]["Bilingual"];
            reading: components["schemas"]["Bilingual"];
            /**
             * @description S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead
             * @example S1
             * @enum {string}
             */
            severity: "S1" | "S2" | "S3" | "S4";
            /** @description Who answers for it */
            authorities: ("industry" | "resources" | "environment" | "emergency" | "tax" | "market" | "commerce" | "customs" | "police" | "reform" | "finance" | "state-assets" | "discipline")[];
            /** @description Where it is written */
            basis: components["schemas"]["LegalBasis"][];
            consequence?: components["schemas"]["Bilingual"];
            fine?: components["schemas"]["Fine"];
            /** @description First day it is in force */
            validFrom?: string;
            /** @description First day it is in force no more */
            validTo?: string;
            /** @description Tunable numbers */
            parameters: {
                [key: string]: components["schemas"]["RuleParameter"];
            };
        };
        LegalBasis: {
            document: components["schemas"]["Bilingual"];
            clause: string;
            quotation: components["schemas"]["Bilingual"];
        };
        Fine: {
            minCny?: number;
            maxCny?: number;
            law: string;
        };
        RuleParameter: {
            /** @description As it is set */
            value: number;
            /** @description As it comes */
            default: number;
            /** @description Least it may be */
            min: number;
            /** @description Most it may be */
            max: number;
            /**
             * @description What it counts
             * @example d
             */
            unit: string;
            meaning: components["schemas"]["Bilingual"];
        };
        ParametersChange: {
            /**
             * @description Values by name; those left out go back to their defaults
             * @example {
             *       "graceDays": 30
             *     }
             */
            parameters: {
                [key: string]: number;
            };
            /**
             * @description Why
             * @example Circular of 12 March
             */
            note: string;
        };
        ParametersSet: {
            rule: components["schemas"]["Rule"];
            /** @description Ledger position of the change */
            seq: number;
            /**
             * Format: uuid
             * @description Id of the run that judges everything by the rule again (a UUID)
             */
            run: string;
        };
        SearchAnswer: {
            /** @description Lots whose code begins with the text */
            lots: {
                /** @description Lot code */
                lot: string;
                /**
                 * @description USCC of the enterprise that declared the lot
                 * @example 91360728MA35BAYA0U
                 */
                declaredBy: string;
                /** @description Product code */
                product: string;
                /** @description Mass when it was made; kg */
                massKg: number;
            }[];
            /** @description Shipments whose declaration begins with it */
            shipments: {
                /**
                 * @description Number of the export declaration
                 * @example 422020260000012345
                 */
                declaration: string;
                /**
                 * @description USCC of the exporter
                 * @example 91360728MA35BAYA0U
                 */
                enterprise: string;
                /**
                 * Format: date-time
                 * @description When it was exported
                 */
                at: string;
            }[];
            /** @description Documents that events cite, whose number begins with it */
            documents: {
                /**
                 * @description Kind of the document
                 * @example vat-invoice
                 */
                kind: string;
                /** @description Number of the document */
                number: string;
            }[];
            /** @description Enterprises whose code begins with it, or whose name contains it */
            enterprises: {
                /**
                 * @description Unified social credit code
                 * @example 91360728MA35BAYA0U
                 */
                uscc: string;
                /** @description Name as registered; left out where it is not registered */
                name?: string;
                /** @description GB/T 2260 code */
                region?: string;
                /** @description False where it is only known from the trade of others */
                registered: boolean;
            }[];
            /** @description Permits whose number begins with it */
            permits: {
                /**
                 * @description Kind of permit
                 * @example mining-licence
                 */
                kind: string;
                /** @description Number of the permit */
                number: string;
                /**
                 * @description USCC of the holder
                 * @example 91360728MA35BAYA0U
                 */
                holder: string;
                /** @description `valid`, `suspended` or `revoked` */
                status: string;
            }[];
            /** @description Findings whose id, or the code of whose rule, begins with it, or whose rule is called so; the newest first */
            findings: {
                /**
                 * Format: uuid
                 * @description Id of the finding (a UUID)
                 */
                id: string;
                /**
                 * @description Code of the rule
                 * @example MIN-01
                 */
                rule: string;
                /**
                 * @description How grave it is
                 * @enum {string}
                 */
                severity: "S1" | "S2" | "S3" | "S4";
                /**
                 * @description USCC of the enterprise it is on
                 * @example 91360728MA35BAYA0U
                 */
                enterprise?: string;
                /** @description What it says */
                title: {
                    /** @description Chinese */
                    zh: string;
                    /** @description English */
                    en: string;
                };
            }[];
            /** @description Lists that were cut: more match than the 20 that are shown */
            more: ("lots" | "shipments" | "documents" | "enterprises" | "permits" | "findings")[];
        };
        SourceDecision: {
            /**
             * @description What the source is from now on, whatever its papers say
             * @example illegal
             * @enum {string}
             */
            status: "legal" | "illegal";
            /**
             * @description Why
             * @example Field check of 12 March
             */
            note: string;
            /**
             * @description First day, or instant, of the root events it holds for; left out: all earlier ones too (a calendar day YYYY-MM-DD or an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-01
             */
            from?: string;
            /**
             * @description Day, or instant, before which it holds; left out: without end (a calendar day YYYY-MM-DD or an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-01
             */
            to?: string;
        };
        RecordedDecision: {
            /**
             * @description Id of the source
             * @example mining-licence:C3600002011035110012345:2026
             */
            source: string;
            /**
             * @description What was decided
             * @example illegal
             */
            status: string;
            /**
             * @description Ledger position of the decision
             * @example 184224
             */
            seq: number;
            /**
             * @description When it was recorded
             * @example 2026-11-20T10:00:00+08:00
             */
            recordedAt: string;
        };
        VerdictsQuestion: {
            /** @description Numbers of export declarations */
            declarations: string[];
        };
        Verdicts: {
            /** @description In the order asked for; a shipment nobody knows has a `problem` */
            items: {
                declaration: string;
                verdict?: components["schemas"]["Verdict"];
                problem?: components["schemas"]["Problem"];
            }[];
        };
        EnterpriseItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Enterprise"][];
        };
        /** @description An enterprise of the chain */
        Enterprise: {
            /**
             * @description Unified social credit code (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            uscc: string;
            /**
             * @description Name as registered
             * @example 示例稀土有限公司
             */
            name: string;
            /** @description What it does; several where it does several things */
            kinds: ("mine" | "recovery" | "smelter" | "metal" | "recycler" | "trader" | "importer" | "exporter" | "magnet" | "group" | "other")[];
            /**
             * @description Where it lies, from its address; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /** @description Address */
            address?: string;
            /** @description Legal representative */
            legalRepresentative?: string;
            /** @description Telephone */
            phone?: string;
            /**
             * @description Group enterprise it belongs to; its own where it is one (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            group?: string;
            /**
             * @description Enterprise that took its place (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            successor?: string;
            /** @description Capacities by product */
            capacities?: components["schemas"]["Capacity"][];
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        /** @description What it can make in a year */
        Capacity: {
            /**
             * @description Product code (1 to 64 printable characters, NFC, no blank at either end)
             * @example OX-PrNd
             */
            product: string;
            /**
             * @description Output it can make; t a year
             * @example 3000
             */
            tonnesPerYear: number;
        };
        RegistryPutAnswer: {
            results: components["schemas"]["RegistryResult"][];
            /** @description The ledger's head after the request */
            checkpoint: {
                /** @description Ledger position */
                seq: number;
            };
        };
        RegistryResult: {
            /** @description Natural key, its parts joined by `:` */
            key?: string;
            /** @description `created`, `updated`, `unchanged` or `refused` */
            status: string;
            /** @description Ledger position */
            seq?: number;
            problem?: components["schemas"]["Problem"];
            /** @description Taken, but odd */
            warnings?: {
                /** @description Place of the item in the request, from 0 */
                index?: number;
                /** @description JSON pointer into the request body, or into the line of NDJSON */
                pointer: string;
                /** @description What looks odd; stable */
                code: string;
                /** @description The odd value */
                value?: unknown;
                /** @description What is usual */
                expected?: string;
            }[];
        };
        /** @description The last line of an answer in NDJSON */
        RegistrySummary: {
            summary: {
                /** @description Keys that are new */
                created: number;
                /** @description Keys of which something else is believed now */
                updated: number;
                /** @description Keys of which the same was believed before */
                unchanged: number;
                /** @description Lines that were refused */
                refused: number;
            };
            /** @description The ledger's head after the request */
            checkpoint: {
                /** @description Ledger position */
                seq: number;
            };
        };
        EnterpriseHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Enterprise"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Enterprise"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        SiteItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Site"][];
        };
        /** @description A mine, plant, warehouse or recovery works of an enterprise */
        Site: {
            /**
             * @description Code of the site (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            code: string;
            /**
             * @description Enterprise it belongs to (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description What it is
             * @example mine
             * @enum {string}
             */
            kind: "mine" | "plant" | "warehouse" | "recovery";
            /**
             * @description Where it lies; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /**
             * @description Its area
             * @example {
             *       "type": "Polygon",
             *       "coordinates": [
             *         [
             *           [
             *             114.7,
             *             24.9
             *           ],
             *           [
             *             114.8,
             *             24.9
             *           ],
             *           [
             *             114.8,
             *             25
             *           ],
             *           [
             *             114.7,
             *             24.9
             *           ]
             *         ]
             *       ]
             *     }
             */
            polygon?: {
                /**
                 * @description Kind of GeoJSON geometry
                 * @example Polygon
                 * @enum {string}
                 */
                type: "Polygon" | "MultiPolygon";
                /** @description Rings of [longitude, latitude], CGCS2000 degrees, each closed; a MultiPolygon has one list more */
                coordinates: unknown[];
            };
            /**
             * @description Under dynamic supervision
             * @example true
             */
            keyArea?: boolean;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        SiteHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Site"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Site"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        PermitItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Permit"][];
        };
        /** @description A licence, approval or acceptance */
        Permit: {
            /**
             * @description Kind of permit
             * @example mining-licence
             * @enum {string}
             */
            kind: "mining-licence" | "exploration-licence" | "recovery-approval" | "eia" | "radiation-eia" | "safety" | "acceptance" | "project-approval" | "export-licence" | "dual-use-licence" | "restoration" | "waste-licence";
            /**
             * @description Number of the permit (1 to 64 printable characters, NFC, no blank at either end)
             * @example C3600002011035110012345
             */
            number: string;
            /**
             * @description Enterprise that holds it (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            holder: string;
            /**
             * @description Site it is for (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /**
             * @description Authority that issued it
             * @example Department of Natural Resources of Jiangxi
             */
            issuer: string;
            /**
             * @description Region of the issuing authority; 000000 or 100000: the nation; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            issuerRegion?: string;
            /**
             * Format: date
             * @description First day it is valid (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            from: string;
            /**
             * Format: date
             * @description Last day it is valid, to its end (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            to?: string;
            /**
             * @description Whether it holds
             * @example valid
             * @enum {string}
             */
            status: "valid" | "suspended" | "revoked";
            /** @description What may be mined */
            minerals?: ("rare-earth" | "mixed" | "bastnaesite" | "ion-adsorption" | "monazite" | "xenotime" | "other")[];
            /**
             * @description Licensed area
             * @example {
             *       "type": "Polygon",
             *       "coordinates": [
             *         [
             *           [
             *             114.7,
             *             24.9
             *           ],
             *           [
             *             114.8,
             *             24.9
             *           ],
             *           [
             *             114.8,
             *             25
             *           ],
             *           [
             *             114.7,
             *             24.9
             *           ]
             *         ]
             *       ]
             *     }
             */
            polygon?: {
                /**
                 * @description Kind of GeoJSON geometry
                 * @example Polygon
                 * @enum {string}
                 */
                type: "Polygon" | "MultiPolygon";
                /** @description Rings of [longitude, latitude], CGCS2000 degrees, each closed; a MultiPolygon has one list more */
                coordinates: unknown[];
            };
            /** @description Who may work under it */
            contractors?: string[];
            /** @description Processes it allows */
            processes?: string[];
            /**
             * @description Capacity it allows; t REO a year
             * @example 3000
             */
            capacityTpy?: number;
            /** @description Permits whose place it takes */
            replaces?: string[];
            /**
             * @description Quantity it allows: of REO for recovery approvals, physical for export; kg
             * @example 24000
             */
            quantityKg?: number;
            /**
             * @description Goods it allows; 4 to 10 digits
             * @example 2846901930
             */
            hsCode?: string;
            /**
             * @description Country of destination (an ISO 3166-1 country code)
             * @example MM
             */
            destination?: string;
            /**
             * @description Customs district; four digits
             * @example 4220
             */
            customs?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        PermitHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Permit"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Permit"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        QuotaItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Quota"][];
        };
        /** @description A quota of a batch of a year */
        Quota: {
            /**
             * @description Year it is for
             * @example 2026
             */
            year: number;
            /**
             * @description Batch of the year
             * @example 1
             */
            batch: number;
            /**
             * @description What it allows
             * @example mining-rock
             * @enum {string}
             */
            kind: "mining-rock" | "mining-ion" | "separation";
            /**
             * @description Group or enterprise that holds it (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            holder: string;
            /**
             * @description Quantity; t REO
             * @example 4200
             */
            tonnesReo: number;
            /**
             * @description Who issued it
             * @example Ministry of Industry and Information Technology
             */
            issuer: string;
            /**
             * Format: date-time
             * @description When it was issued (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            issuedAt?: string;
            /**
             * Format: date
             * @description When the group's decomposition was filed (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            filedAt?: string;
            /**
             * @description Holder of the parent row of the same year, batch and kind (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            parent?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        QuotaHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Quota"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Quota"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        PublishedListEntryItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["PublishedListEntry"][];
        };
        /** @description An enterprise on a published list of a year */
        PublishedListEntry: {
            /**
             * @description Year of the list
             * @example 2026
             */
            year: number;
            /**
             * @description Which list
             * @example mine
             * @enum {string}
             */
            kind: "mine" | "smelter";
            /**
             * @description Enterprise on it (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description Group that published it (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            group: string;
            /** @description Status as published */
            status?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        PublishedListEntryHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["PublishedListEntry"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["PublishedListEntry"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        InvoiceItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Invoice"][];
        };
        /** @description A VAT invoice */
        Invoice: {
            /**
             * @description Code of 10 or 12 digits; fully digital invoices have none (1 to 64 printable characters, NFC, no blank at either end)
             * @example 3600201130
             */
            code?: string;
            /**
             * @description Number: 8 digits, of fully digital invoices 20 (1 to 64 printable characters, NFC, no blank at either end)
             * @example 26362000000012345678
             */
            number: string;
            /**
             * @description Kind of invoice
             * @example special
             * @enum {string}
             */
            type: "special" | "ordinary" | "digital-special" | "digital-ordinary";
            /**
             * @description Seller (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            seller: string;
            /**
             * @description Buyer (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            buyer: string;
            /**
             * Format: date-time
             * @description When it was issued (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            issuedAt: string;
            /**
             * @description Place of issue; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /**
             * @description Whether it stands
             * @example normal
             * @enum {string}
             */
            state: "normal" | "void" | "red" | "fake";
            /** @description Its lines */
            lines: components["schemas"]["InvoiceLine"][];
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        /** @description A line of an invoice */
        InvoiceLine: {
            /**
             * @description Item as printed
             * @example 氧化镨钕
             */
            item: string;
            /**
             * @description Quantity; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description Whether the quantity is physical mass or REO
             * @example physical
             * @enum {string}
             */
            basis: "physical" | "reo";
            /**
             * @description Unit as printed
             * @example 吨
             */
            unit?: string;
            /**
             * @description Price without VAT; CNY per t
             * @example 520000
             */
            unitPrice: number;
            /**
             * @description Amount without VAT; CNY
             * @example 650000
             */
            amount: number;
        };
        InvoiceHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Invoice"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Invoice"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        CustomsDeclarationItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["CustomsDeclaration"][];
        };
        /** @description An import or export declaration as customs hold it */
        CustomsDeclaration: {
            /**
             * @description Number of the declaration, 18 digits (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            number: string;
            /**
             * @description Into or out of the country
             * @example import
             * @enum {string}
             */
            direction: "import" | "export";
            /**
             * @description Enterprise that imports or exports (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            party: string;
            /**
             * Format: date
             * @description Day it was declared (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            date: string;
            /**
             * @description Country of origin or destination (an ISO 3166-1 country code)
             * @example MM
             */
            country: string;
            /**
             * @description Customs district; four digits
             * @example 4220
             */
            customs: string;
            /** @description Its lines */
            lines: components["schemas"]["DeclarationLine"][];
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        /** @description Goods of one tariff code */
        DeclarationLine: {
            /**
             * @description Code of the customs tariff; 4 to 10 digits
             * @example 2846901930
             */
            hsCode: string;
            /**
             * @description Physical mass; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description Value; USD
             * @example 1200000
             */
            valueUsd: number;
        };
        CustomsDeclarationHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["CustomsDeclaration"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["CustomsDeclaration"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        InspectionCertificateItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["InspectionCertificate"][];
        };
        /** @description An inspection certificate of goods */
        InspectionCertificate: {
            /**
             * @description Number of the certificate (1 to 64 printable characters, NFC, no blank at either end)
             * @example JC2026-000123
             */
            number: string;
            /**
             * @description Export or import declaration it belongs to (an 18-digit customs declaration number: district, year, direction 0 or 1, sequence)
             * @example 422020260000012345
             */
            declaration?: string;
            /** @description Lots inspected */
            lots: string[];
            /**
             * @description Mass inspected; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * Format: date
             * @description Day of inspection (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            date: string;
            /**
             * @description Outcome
             * @example pass
             * @enum {string}
             */
            result: "pass" | "fail";
            /**
             * @description Specific activity; Bq/g
             * @example 0.4
             */
            activityBqPerG?: number;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        InspectionCertificateHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["InspectionCertificate"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["InspectionCertificate"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        ResourceTaxCertificateItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["ResourceTaxCertificate"][];
        };
        /** @description A certificate that resource tax was paid */
        ResourceTaxCertificate: {
            /**
             * @description Number of the certificate (1 to 64 printable characters, NFC, no blank at either end)
             * @example ZY2026-000123
             */
            number: string;
            /**
             * @description Who paid (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            taxpayer: string;
            /**
             * @description Region of the tax authority; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /**
             * @description Period it is for; a month 2026-10 or quarter 2026-Q4
             * @example 2026-Q4
             */
            period: string;
            /**
             * @description Physical mass taxed; kg; at most 3 decimals
             * @example 1250.5
             */
            massKg: number;
            /**
             * @description Product code (1 to 64 printable characters, NFC, no blank at either end)
             * @example ENR-ION-M
             */
            product: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        ResourceTaxCertificateHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["ResourceTaxCertificate"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["ResourceTaxCertificate"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        SampleItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Sample"][];
        };
        /** @description A sample taken by inspectors, and its assay */
        Sample: {
            /**
             * @description Number of the sample (1 to 64 printable characters, NFC, no blank at either end)
             * @example QY2026-0042
             */
            number: string;
            /**
             * @description Where it was taken (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description Site where it was taken (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site: string;
            /**
             * Format: date-time
             * @description When it was taken (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            takenAt: string;
            /**
             * @description Sampling point
             * @example feed-liquor
             * @enum {string}
             */
            point: "feed-liquor" | "extraction-tank" | "product" | "ore";
            /**
             * @description Lot it was taken from (a lot code: 1 to 64 printable characters, NFC, no "/", no blank at either end, optionally with "USCC:" before it)
             * @example LN-2026-03-C01
             */
            lot?: string;
            /**
             * @description Element oxides found
             * @example {
             *       "Pr": 5.5,
             *       "Nd": 19.5
             *     }
             */
            assay: {
                /**
                 * @description La; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                La?: number;
                /**
                 * @description Ce; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Ce?: number;
                /**
                 * @description Pr; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Pr?: number;
                /**
                 * @description Nd; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Nd?: number;
                /**
                 * @description Sm; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Sm?: number;
                /**
                 * @description Eu; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Eu?: number;
                /**
                 * @description Gd; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Gd?: number;
                /**
                 * @description Tb; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Tb?: number;
                /**
                 * @description Dy; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Dy?: number;
                /**
                 * @description Ho; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Ho?: number;
                /**
                 * @description Er; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Er?: number;
                /**
                 * @description Tm; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Tm?: number;
                /**
                 * @description Yb; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Yb?: number;
                /**
                 * @description Lu; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Lu?: number;
                /**
                 * @description Y; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Y?: number;
                /**
                 * @description Sc; % of total REO; at most 6 decimals
                 * @example 4.2
                 */
                Sc?: number;
            };
            /** @description Who analysed it */
            laboratory?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        SampleHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Sample"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Sample"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        SanctionItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Sanction"][];
        };
        /** @description A sanction against an enterprise */
        Sanction: {
            /**
             * @description Number of the decision (1 to 64 printable characters, NFC, no blank at either end)
             * @example CF2026-0007
             */
            number: string;
            /**
             * @description Whom it concerns (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description What it does
             * @example blacklist
             * @enum {string}
             */
            kind: "blacklist" | "production-suspended" | "sales-suspended" | "licence-stopped" | "illegal-source";
            /**
             * Format: date
             * @description First day (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            from: string;
            /**
             * Format: date
             * @description Last day, to its end (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            to?: string;
            /**
             * @description Legal basis and reason
             * @example Regulations on rare earth administration, article 19
             */
            basis: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        SanctionHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Sanction"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Sanction"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        MonthlyReportItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["MonthlyReport"][];
        };
        /** @description What an enterprise reported of a product for a month */
        MonthlyReport: {
            /**
             * @description Who reports (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description Month it is for; a month YYYY-MM
             * @example 2026-10
             */
            month: string;
            /**
             * @description Product code (1 to 64 printable characters, NFC, no blank at either end)
             * @example OX-PrNd
             */
            product: string;
            /**
             * @description Produced; t REO
             * @example 120
             */
            producedReoT: number;
            /**
             * @description Purchased; t
             * @example 0
             */
            purchasedT: number;
            /**
             * @description Of which imported; t
             * @example 0
             */
            importedT?: number;
            /**
             * @description Sold; t
             * @example 110
             */
            soldT: number;
            /**
             * @description Exported; t
             * @example 10
             */
            exportedT: number;
            /**
             * @description Stock at the end; t
             * @example 35
             */
            stockT: number;
            /**
             * Format: date-time
             * @description When it was submitted (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            submittedAt: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        MonthlyReportHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["MonthlyReport"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["MonthlyReport"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        LeadItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Lead"][];
        };
        /** @description A tip, remote-sensing find or transfer from another authority */
        Lead: {
            /**
             * @description Number of the lead (1 to 64 printable characters, NFC, no blank at either end)
             * @example XS2026-0105
             */
            number: string;
            /**
             * @description Where it came from
             * @example tip
             * @enum {string}
             */
            kind: "tip" | "remote-sensing" | "transfer";
            /**
             * Format: date-time
             * @description When it was received (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            receivedAt: string;
            /**
             * @description Region it concerns; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /** @description Place it concerns */
            point?: {
                /**
                 * @description Latitude, CGCS2000; degrees
                 * @example 24.91
                 */
                lat: number;
                /**
                 * @description Longitude, CGCS2000; degrees
                 * @example 114.79
                 */
                lon: number;
            };
            /**
             * @description Enterprise it concerns (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /** @description What it says */
            text?: string;
            /**
             * Format: date
             * @description Day the informant was answered (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            feedbackAt?: string;
            /**
             * @description Case it led to (1 to 64 printable characters, NFC, no blank at either end)
             * @example AJ2026-0031
             */
            case?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        LeadHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Lead"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Lead"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        InspectionItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Inspection"][];
        };
        /** @description An inspection of an enterprise, site or place */
        Inspection: {
            /**
             * @description Number of the inspection (1 to 64 printable characters, NFC, no blank at either end)
             * @example JC2026-0200
             */
            number: string;
            /**
             * @description Enterprise inspected (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /**
             * @description Site inspected (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /**
             * @description Where it took place; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /**
             * @description Kind of inspection
             * @example routine
             * @enum {string}
             */
            kind: "routine" | "random" | "special" | "environment" | "safety" | "stock" | "monthly-review";
            /**
             * Format: date
             * @description Day it took place (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            date: string;
            /**
             * @description Who inspected
             * @example Bureau of Industry and Information Technology of Ganzhou
             */
            authority: string;
            /** @description Activities seen */
            activities?: ("exploration" | "mining" | "leaching" | "smelting" | "separation" | "construction")[];
            /**
             * @description Outcome
             * @example pass
             * @enum {string}
             */
            result?: "pass" | "fail";
            /** @description Lots checked */
            lots?: string[];
            /**
             * Format: date
             * @description Day by which faults must be put right (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            dueAt?: string;
            /**
             * Format: date
             * @description Day it was closed (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            closedAt?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        InspectionHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Inspection"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Inspection"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        TaxReturnItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["TaxReturn"][];
        };
        /** @description A tax return of a period and what was paid */
        TaxReturn: {
            /**
             * @description Who files (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            taxpayer: string;
            /**
             * @description Which tax
             * @example vat
             * @enum {string}
             */
            tax: "vat" | "resource" | "environment";
            /**
             * @description Period it is for; a year 2026, quarter 2026-Q4 or month 2026-10
             * @example 2026-10
             */
            period: string;
            /**
             * @description Amount taxed; CNY
             * @example 5000000
             */
            taxableAmount: number;
            /**
             * @description Tax due; CNY
             * @example 650000
             */
            due: number;
            /**
             * @description Tax paid; CNY
             * @example 650000
             */
            paid: number;
            /**
             * Format: date
             * @description Day it was filed (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            filedAt: string;
            /**
             * Format: date
             * @description Day it was paid (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            paidAt?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        TaxReturnHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["TaxReturn"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["TaxReturn"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        MonitoringRecordItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["MonitoringRecord"][];
        };
        /** @description A reading or outage of environmental monitoring */
        MonitoringRecord: {
            /**
             * @description Number of the record (1 to 64 printable characters, NFC, no blank at either end)
             * @example HJ2026-8801
             */
            number: string;
            /**
             * @description Enterprise monitored (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise: string;
            /**
             * @description Site monitored (1 to 64 printable characters, NFC, no blank at either end)
             * @example GZ-P1
             */
            site?: string;
            /**
             * @description Monitoring point (1 to 64 printable characters, NFC, no blank at either end)
             * @example DW001
             */
            point: string;
            /**
             * @description What was measured: NH3-N, SO2, …, treatment-outage (1 to 64 printable characters, NFC, no blank at either end)
             * @example NH3-N
             */
            parameter: string;
            /**
             * Format: date-time
             * @description Begin (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            from: string;
            /**
             * Format: date-time
             * @description End (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            to?: string;
            /**
             * @description Value measured, in `unit`
             * @example 12.5
             */
            value?: number;
            /**
             * @description Value allowed, in `unit`
             * @example 15
             */
            limit?: number;
            /**
             * @description Unit of `value` and `limit`
             * @example mg/L
             */
            unit?: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        MonitoringRecordHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["MonitoringRecord"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["MonitoringRecord"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        AuthorityCaseItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["AuthorityCase"][];
        };
        /** @description A case kept by an authority elsewhere */
        AuthorityCase: {
            /**
             * @description Number of the case (1 to 64 printable characters, NFC, no blank at either end)
             * @example AJ2026-0031
             */
            number: string;
            /**
             * @description Enterprise it concerns (a unified social credit code: 18 characters whose check character fits)
             * @example 91360728MA35BAYA0U
             */
            enterprise?: string;
            /**
             * @description Region of the authority; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /** @description Rules it is about */
            rules: string[];
            /**
             * @description Where it stands
             * @example lead
             * @enum {string}
             */
            stage: "lead" | "self-inspection" | "verification" | "explanation" | "handling-plan" | "rectification" | "acceptance" | "referred" | "closed";
            /**
             * Format: date
             * @description Since when (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            stageSince: string;
            /**
             * Format: date
             * @description Day by which the stage must end (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            dueAt?: string;
            /** @description Why it was put off */
            delayReason?: string;
            /**
             * Format: date
             * @description Day it was put off to (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            newDueAt?: string;
            referral?: components["schemas"]["CaseReferral"];
            crossProvince?: components["schemas"]["CaseCrossProvince"];
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        /** @description Referral to criminal justice */
        CaseReferral: {
            /**
             * Format: date
             * @description Day the referral was proposed (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            reportedAt: string;
            /**
             * Format: date
             * @description Day it was decided (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            decidedAt?: string;
            /**
             * @description Decision
             * @example transfer
             * @enum {string}
             */
            decision?: "transfer" | "keep";
            /**
             * Format: date
             * @description Day it was handed over (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            transferredAt?: string;
        };
        /** @description Co-operation with other provinces */
        CaseCrossProvince: {
            /**
             * Format: date
             * @description Day the link to another province was found (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            foundAt: string;
            /**
             * Format: date
             * @description Day it was reported upwards (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            reportedAt?: string;
            /** @description Regions told and their answers */
            acknowledgements?: components["schemas"]["CaseAcknowledgement"][];
        };
        /** @description A region that was told */
        CaseAcknowledgement: {
            /**
             * @description Region told; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region: string;
            /**
             * Format: date
             * @description Day it was told (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            sentAt: string;
            /**
             * Format: date
             * @description Day it answered (a calendar day YYYY-MM-DD)
             * @example 2026-03-31
             */
            acknowledgedAt?: string;
        };
        AuthorityCaseHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["AuthorityCase"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["AuthorityCase"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
        FeedItems: {
            /** @description In order; each is created, replaces what is there, or is refused */
            items: components["schemas"]["Feed"][];
        };
        /** @description Heartbeat of a department's feed */
        Feed: {
            /**
             * @description Name of the feed (1 to 64 printable characters, NFC, no blank at either end)
             * @example tax-invoices-360000
             */
            feed: string;
            /**
             * @description Department that sends (1 to 64 printable characters, NFC, no blank at either end)
             * @example tax
             */
            department: string;
            /**
             * @description Collection it fills (1 to 64 printable characters, NFC, no blank at either end)
             * @example invoices
             */
            collection: string;
            /**
             * @description Region it covers; 000000 or 100000: the nation; six digits of GB/T 2260, the first two a province
             * @example 360728
             */
            region?: string;
            /**
             * @description How often it comes; days
             * @example 1
             */
            periodDays: number;
            /**
             * Format: date-time
             * @description When it came last (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            lastAt: string;
            /**
             * @description Who supplied it
             * @example Ganzhou bureau of natural resources
             */
            source: string;
            /**
             * Format: date-time
             * @description The item states facts from here on; left out: unbounded for a new key, now for a known one (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validFrom?: string;
            /**
             * Format: date-time
             * @description … and up to, not including, here; left out: unbounded (an ISO 8601 instant with offset, from the year 1900 on)
             * @example 2026-03-31T18:00:00+08:00
             */
            validTo?: string;
        };
        FeedHistory: {
            /** @description Name of the collection */
            collection: string;
            /** @description Natural key, its parts joined by `:` */
            key: string;
            /** @description False for an enterprise that others name but nobody has registered */
            registered?: boolean;
            /** @description State of the ledger that is answered */
            asOf: {
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                at: string;
            };
            item?: components["schemas"]["Feed"];
            /** @description Newest first */
            versions: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
                /** @description Ledger position */
                seq: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                recordedAt: string;
                item: components["schemas"]["Feed"];
                /** @description Position from which it was believed no longer */
                supersededSeq?: number;
                /**
                 * Format: date-time
                 * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                 */
                supersededAt?: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get-v1-access-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-catalogue-products": {
        parameters: {
            query?: {
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Product"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-catalogue-processes": {
        parameters: {
            query?: {
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Process"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-catalogue-regions": {
        parameters: {
            query?: {
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Region"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-catalogue-profiles": {
        parameters: {
            query?: {
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Profile"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-lots-code-destinations": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Lot; `USCC:code` where the code is ambiguous */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it went */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: {
                            kind: "lot" | "source";
                            /** @description Lot code, or id of the source */
                            id: string;
                            /** @description Of a lot: USCC of the enterprise that declared it */
                            declaredBy?: string;
                            /** @description Of a source: how its root events are judged: `legal`, `illegal`, `unverified`, `unexplained` */
                            statuses?: string[];
                            /** @description Physical mass that was made or brought in; kg */
                            massKg?: number;
                            /** @description Rare-earth oxides that were made or brought in; kg */
                            reoKg: number;
                        };
                        asOf: components["schemas"]["AsOf"];
                        /** @description Mass left that holds some of it, the largest part first */
                        stock: {
                            /** @description USCC of the holder; in transit, of the sender */
                            enterprise: string;
                            /** @description Lot code */
                            lot: string;
                            /** @description USCC of the enterprise that declared the lot */
                            declaredBy: string;
                            /** @description On the way to a buyer who has not answered yet */
                            inTransit: boolean;
                            /** @description In transit: id of the dispatch */
                            dispatch?: string;
                            /** @description In transit: USCC of the addressee */
                            to?: string;
                            /** @description What is left of the lot there; kg */
                            massKg: number;
                            /** @description REO in it that comes from the subject; kg */
                            attributedReoKg: number;
                        }[];
                        /** @description Exports that took some of it, the largest part first */
                        shipments: {
                            /** @description Number of the export declaration */
                            declaration: string;
                            /** @description Mass of the whole shipment; kg */
                            massKg: number;
                            /** @description REO in it that comes from the subject; kg */
                            attributedReoKg: number;
                            /** @description Part of the shipment's REO that comes from the subject, 0 to 1 */
                            share: number;
                        }[];
                        /** @description REO of it that is neither in stock nor shipped: declared losses, and what weighings and counts missed, net of gains within the tolerance; kg. Left out where the walk stopped at a limit */
                        lossesReoKg?: number;
                        /** @description REO of it in all stock, listed or not; kg */
                        stockReoKg: number;
                        /** @description REO of it in all shipments, listed or not; kg */
                        shipmentsReoKg: number;
                        shown: {
                            stock: number;
                            shipments: number;
                        };
                        total: {
                            stock: number;
                            shipments: number;
                        };
                        /** @description True while a correction upstream is still being worked in */
                        recomputing?: boolean;
                        /** @description The walk stopped at a limit, or not everything is listed: there may be more than is shown */
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-sources-id-destinations": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Id of the source, percent-encoded */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it went */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: {
                            kind: "lot" | "source";
                            /** @description Lot code, or id of the source */
                            id: string;
                            /** @description Of a lot: USCC of the enterprise that declared it */
                            declaredBy?: string;
                            /** @description Of a source: how its root events are judged: `legal`, `illegal`, `unverified`, `unexplained` */
                            statuses?: string[];
                            /** @description Physical mass that was made or brought in; kg */
                            massKg?: number;
                            /** @description Rare-earth oxides that were made or brought in; kg */
                            reoKg: number;
                        };
                        asOf: components["schemas"]["AsOf"];
                        /** @description Mass left that holds some of it, the largest part first */
                        stock: {
                            /** @description USCC of the holder; in transit, of the sender */
                            enterprise: string;
                            /** @description Lot code */
                            lot: string;
                            /** @description USCC of the enterprise that declared the lot */
                            declaredBy: string;
                            /** @description On the way to a buyer who has not answered yet */
                            inTransit: boolean;
                            /** @description In transit: id of the dispatch */
                            dispatch?: string;
                            /** @description In transit: USCC of the addressee */
                            to?: string;
                            /** @description What is left of the lot there; kg */
                            massKg: number;
                            /** @description REO in it that comes from the subject; kg */
                            attributedReoKg: number;
                        }[];
                        /** @description Exports that took some of it, the largest part first */
                        shipments: {
                            /** @description Number of the export declaration */
                            declaration: string;
                            /** @description Mass of the whole shipment; kg */
                            massKg: number;
                            /** @description REO in it that comes from the subject; kg */
                            attributedReoKg: number;
                            /** @description Part of the shipment's REO that comes from the subject, 0 to 1 */
                            share: number;
                        }[];
                        /** @description REO of it that is neither in stock nor shipped: declared losses, and what weighings and counts missed, net of gains within the tolerance; kg. Left out where the walk stopped at a limit */
                        lossesReoKg?: number;
                        /** @description REO of it in all stock, listed or not; kg */
                        stockReoKg: number;
                        /** @description REO of it in all shipments, listed or not; kg */
                        shipmentsReoKg: number;
                        shown: {
                            stock: number;
                            shipments: number;
                        };
                        total: {
                            stock: number;
                            shipments: number;
                        };
                        /** @description True while a correction upstream is still being worked in */
                        recomputing?: boolean;
                        /** @description The walk stopped at a limit, or not everything is listed: there may be more than is shown */
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-documents-kind-number-provenance": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description What the graph is made of; default `lots` */
                view?: "lots" | "enterprises";
                /** @description Most nodes of the graph, nearest first; default 2,000, 0 for totals only */
                maxNodes?: number;
                /** @description Walk the ledger and name every source, however small */
                exact?: boolean;
            };
            header?: never;
            path: {
                /** @description Kind of the document */
                kind: "vat-invoice" | "import-declaration" | "export-declaration" | "export-licence" | "dual-use-licence" | "inspection-certificate" | "resource-tax-certificate" | "contract" | "transport" | "assay-report" | "weighbridge" | "other";
                /** @description Number of the document */
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The full answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                        /** @description Largest share first, at most 200; the others are in `rest` */
                        origins: {
                            source: {
                                /** @example mining-licence:C3600002011075120118276:2026 */
                                id: string;
                                /** @description `mine`, `import`, `scrap`, `opening-stock` */
                                kind: string;
                                /** @description USCC of the enterprise of its latest root event */
                                enterprise?: string;
                                /** @description GB/T 2260 code, or country of an import */
                                region?: string;
                                /** @description Licence, declaration, supplier or enterprise */
                                reference: string;
                                /** @description `legal`, `illegal` or `unverified` */
                                status: string;
                            };
                            reoKg: number;
                            /** @description Part of the subject's REO; 0 where it is present but rounds to nothing */
                            share: number;
                            /** @description At least this much of the REO, whatever happened inside the plants */
                            shareMin?: number;
                            /** @description At most this much of the REO, whatever happened inside the plants */
                            shareMax?: number;
                            /** @description Share of each element of the subject that comes from here */
                            elements: {
                                La?: number;
                                Ce?: number;
                                Pr?: number;
                                Nd?: number;
                                Sm?: number;
                                Eu?: number;
                                Gd?: number;
                                Tb?: number;
                                Dy?: number;
                                Ho?: number;
                                Er?: number;
                                Tm?: number;
                                Yb?: number;
                                Lu?: number;
                                Y?: number;
                                Sc?: number;
                            };
                        }[];
                        rest: {
                            /** @description Sources that are not named one by one */
                            count: number;
                            /** @description Part of the subject's REO */
                            share: number;
                            reoKg: number;
                            groups: {
                                kind: string;
                                status: string;
                                /** @description Province or country */
                                region?: string;
                                year?: number;
                                /** @description Sources in the group */
                                count: number;
                                /** @description Part of the subject's REO */
                                share: number;
                                reoKg: number;
                            }[];
                        };
                        unexplained: {
                            reoKg: number;
                            /** @description Part of the subject's REO that nobody can explain */
                            share: number;
                            introducedBy: {
                                /** @example excess:0190a1b2-… */
                                source: string;
                                /** @description The event that introduced it */
                                event?: string;
                                /** @description Whose event it is */
                                enterprise?: string;
                                /** @description `undispatched`, `surplus` or `excess` */
                                kind: string;
                                reoKg: number;
                                /** @description Share of each element of the subject that comes from here */
                                elements: {
                                    La?: number;
                                    Ce?: number;
                                    Pr?: number;
                                    Nd?: number;
                                    Sm?: number;
                                    Eu?: number;
                                    Gd?: number;
                                    Tb?: number;
                                    Dy?: number;
                                    Ho?: number;
                                    Er?: number;
                                    Tm?: number;
                                    Yb?: number;
                                    Lu?: number;
                                    Y?: number;
                                    Sc?: number;
                                };
                            }[];
                        };
                        chain: {
                            /** @description Material events upstream, the subject's own included */
                            events: number;
                            /** @description Holdings they drew, and the subject's own */
                            holdings: number;
                            enterprises: number;
                            /** @description Most events on one way */
                            depth: number;
                            /** Format: date-time */
                            firstAt?: string;
                            /** Format: date-time */
                            lastAt?: string;
                        };
                        crossProvince: {
                            /** @description Province the goods left */
                            from: string;
                            /** @description Province they went to */
                            to: string;
                            /** @description Accepted dispatches */
                            transfers: number;
                            /** @description Gross REO of these dispatches */
                            reoKg: number;
                            /** @description One of them carried mass of an illegal source */
                            flagged: boolean;
                        }[];
                        /** @description Findings on the chain of the subject that stand */
                        findings: components["schemas"]["ChainFinding"][];
                        graph: {
                            /** @description Nearest to the subject first */
                            nodes: ({
                                id: string;
                                kind: "event" | "holding" | "enterprise";
                                label: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /** @description In the direction material flows */
                            edges: {
                                from: string;
                                to: string;
                                massKg: number;
                                reoKg: number;
                                /** Format: date-time */
                                at: string;
                                /** @description Between enterprises: accepted dispatches */
                                transfers?: number;
                            }[];
                            shown: {
                                nodes: number;
                                edges: number;
                            };
                            total: {
                                nodes: number;
                                edges: number;
                            };
                            /** @description Less is shown than there is, or the walk stopped at a limit */
                            truncated: boolean;
                        };
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-events": {
        parameters: {
            query?: {
                /** @description Whose events; unified social credit code */
                enterprise?: string;
                /** @description Kind of event */
                type?: "mining" | "import" | "scrap-intake" | "opening-stock" | "processing" | "dispatch" | "receipt" | "export" | "stocktake" | "correction";
                /** @description Lot they make, move or use; `USCC:code` where the code is ambiguous */
                lot?: string;
                /** @description From this instant on */
                since?: string;
                /** @description Before this instant */
                until?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EventItem"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-events": {
        parameters: {
            query?: {
                /** @description All or nothing (JSON), or what is valid (NDJSON) */
                onError?: "rollback" | "proceed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventRequest"];
                "application/x-ndjson": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Nothing new, or NDJSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureAnswer"];
                    "application/x-ndjson": components["schemas"]["CaptureResult"] | components["schemas"]["CaptureSummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description Recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-events-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the event */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its versions, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventVersions"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-findings": {
        parameters: {
            query?: {
                /** @description Only of this rule */
                rule?: string;
                /** @description S4 stop of production or suspected crime, S3 confiscation or fine, S2 order to correct, S1 lead */
                severity?: "S1" | "S2" | "S3" | "S4";
                /** @description Only on this enterprise; unified social credit code */
                enterprise?: string;
                /** @description Only in this region and below */
                region?: string;
                /** @description Where it stands; `closed` when its cause is gone */
                state?: "open" | "in-progress" | "confirmed" | "dismissed" | "closed";
                /** @description Only of this period */
                period?: string;
                /** @description From this instant on */
                since?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-findings-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the finding */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-findings-id-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the finding */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingDecision"];
            };
        };
        responses: {
            /** @description The decision is recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedFinding"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-health-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-health-ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description It cannot */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Text format of Prometheus */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-links-cross-province": {
        parameters: {
            query?: {
                /** @description Region the goods left; only the province counts */
                from?: string;
                /** @description Region they went to; only the province counts */
                to?: string;
                /** @description Only what is at this stage of the chain */
                stage?: "ore" | "concentrate" | "compound" | "metal" | "scrap";
                /** @description Only links that carried mass of an illegal source, or only those that did not */
                flagged?: boolean;
                /** @description From this instant on */
                since?: string;
                /** @description Before this instant */
                until?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The largest flow of REO first */
                        items: components["schemas"]["CrossProvinceLink"][];
                        /** @description Where the next page begins */
                        nextCursor?: string;
                        /** @description Links in all pages */
                        total: number;
                        /** @description There are more transfers than one question adds up: only the latest count; ask for a shorter time */
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-lots-code": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Lot; `USCC:code` where the code is ambiguous */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lot"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-holdings": {
        parameters: {
            query?: {
                /** @description Who holds them; unified social credit code */
                enterprise?: string;
                /** @description Lot they are of; `USCC:code` where the code is ambiguous */
                lot?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Holding"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-transfers": {
        parameters: {
            query?: {
                /** @description Sender; unified social credit code */
                from?: string;
                /** @description Addressee; unified social credit code */
                to?: string;
                /** @description How far it is */
                state?: "in-transit" | "accepted" | "rejected";
                /** @description Number of a document that it cites */
                document?: string;
                /** @description From this instant on */
                since?: string;
                /** @description Before this instant */
                until?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Transfer"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-lots-code-provenance": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description What the graph is made of; default `lots` */
                view?: "lots" | "enterprises";
                /** @description Most nodes of the graph, nearest first; default 2,000, 0 for totals only */
                maxNodes?: number;
                /** @description Walk the ledger and name every source, however small */
                exact?: boolean;
                /** @description Ask about what this holder has left, instead of the whole lot; unified social credit code */
                enterprise?: string;
            };
            header?: never;
            path: {
                /** @description Lot; `USCC:code` where the code is ambiguous */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The full answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                        /** @description Largest share first, at most 200; the others are in `rest` */
                        origins: {
                            source: {
                                /** @example mining-licence:C3600002011075120118276:2026 */
                                id: string;
                                /** @description `mine`, `import`, `scrap`, `opening-stock` */
                                kind: string;
                                /** @description USCC of the enterprise of its latest root event */
                                enterprise?: string;
                                /** @description GB/T 2260 code, or country of an import */
                                region?: string;
                                /** @description Licence, declaration, supplier or enterprise */
                                reference: string;
                                /** @description `legal`, `illegal` or `unverified` */
                                status: string;
                            };
                            reoKg: number;
                            /** @description Part of the subject's REO; 0 where it is present but rounds to nothing */
                            share: number;
                            /** @description At least this much of the REO, whatever happened inside the plants */
                            shareMin?: number;
                            /** @description At most this much of the REO, whatever happened inside the plants */
                            shareMax?: number;
                            /** @description Share of each element of the subject that comes from here */
                            elements: {
                                La?: number;
                                Ce?: number;
                                Pr?: number;
                                Nd?: number;
                                Sm?: number;
                                Eu?: number;
                                Gd?: number;
                                Tb?: number;
                                Dy?: number;
                                Ho?: number;
                                Er?: number;
                                Tm?: number;
                                Yb?: number;
                                Lu?: number;
                                Y?: number;
                                Sc?: number;
                            };
                        }[];
                        rest: {
                            /** @description Sources that are not named one by one */
                            count: number;
                            /** @description Part of the subject's REO */
                            share: number;
                            reoKg: number;
                            groups: {
                                kind: string;
                                status: string;
                                /** @description Province or country */
                                region?: string;
                                year?: number;
                                /** @description Sources in the group */
                                count: number;
                                /** @description Part of the subject's REO */
                                share: number;
                                reoKg: number;
                            }[];
                        };
                        unexplained: {
                            reoKg: number;
                            /** @description Part of the subject's REO that nobody can explain */
                            share: number;
                            introducedBy: {
                                /** @example excess:0190a1b2-… */
                                source: string;
                                /** @description The event that introduced it */
                                event?: string;
                                /** @description Whose event it is */
                                enterprise?: string;
                                /** @description `undispatched`, `surplus` or `excess` */
                                kind: string;
                                reoKg: number;
                                /** @description Share of each element of the subject that comes from here */
                                elements: {
                                    La?: number;
                                    Ce?: number;
                                    Pr?: number;
                                    Nd?: number;
                                    Sm?: number;
                                    Eu?: number;
                                    Gd?: number;
                                    Tb?: number;
                                    Dy?: number;
                                    Ho?: number;
                                    Er?: number;
                                    Tm?: number;
                                    Yb?: number;
                                    Lu?: number;
                                    Y?: number;
                                    Sc?: number;
                                };
                            }[];
                        };
                        chain: {
                            /** @description Material events upstream, the subject's own included */
                            events: number;
                            /** @description Holdings they drew, and the subject's own */
                            holdings: number;
                            enterprises: number;
                            /** @description Most events on one way */
                            depth: number;
                            /** Format: date-time */
                            firstAt?: string;
                            /** Format: date-time */
                            lastAt?: string;
                        };
                        crossProvince: {
                            /** @description Province the goods left */
                            from: string;
                            /** @description Province they went to */
                            to: string;
                            /** @description Accepted dispatches */
                            transfers: number;
                            /** @description Gross REO of these dispatches */
                            reoKg: number;
                            /** @description One of them carried mass of an illegal source */
                            flagged: boolean;
                        }[];
                        /** @description Findings on the chain of the subject that stand */
                        findings: components["schemas"]["ChainFinding"][];
                        graph: {
                            /** @description Nearest to the subject first */
                            nodes: ({
                                id: string;
                                kind: "event" | "holding" | "enterprise";
                                label: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /** @description In the direction material flows */
                            edges: {
                                from: string;
                                to: string;
                                massKg: number;
                                reoKg: number;
                                /** Format: date-time */
                                at: string;
                                /** @description Between enterprises: accepted dispatches */
                                transfers?: number;
                            }[];
                            shown: {
                                nodes: number;
                                edges: number;
                            };
                            total: {
                                nodes: number;
                                edges: number;
                            };
                            /** @description Less is shown than there is, or the walk stopped at a limit */
                            truncated: boolean;
                        };
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-lots-code-origins": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description Ask about what this holder has left, instead of the whole lot; unified social credit code */
                enterprise?: string;
            };
            header?: never;
            path: {
                /** @description Lot; `USCC:code` where the code is ambiguous */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sources, largest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                        /** @description Largest share first, at most 200; the others are in `rest` */
                        origins: {
                            source: {
                                /** @example mining-licence:C3600002011075120118276:2026 */
                                id: string;
                                /** @description `mine`, `import`, `scrap`, `opening-stock` */
                                kind: string;
                                /** @description USCC of the enterprise of its latest root event */
                                enterprise?: string;
                                /** @description GB/T 2260 code, or country of an import */
                                region?: string;
                                /** @description Licence, declaration, supplier or enterprise */
                                reference: string;
                                /** @description `legal`, `illegal` or `unverified` */
                                status: string;
                            };
                            reoKg: number;
                            /** @description Part of the subject's REO; 0 where it is present but rounds to nothing */
                            share: number;
                            /** @description At least this much of the REO, whatever happened inside the plants */
                            shareMin?: number;
                            /** @description At most this much of the REO, whatever happened inside the plants */
                            shareMax?: number;
                            /** @description Share of each element of the subject that comes from here */
                            elements: {
                                La?: number;
                                Ce?: number;
                                Pr?: number;
                                Nd?: number;
                                Sm?: number;
                                Eu?: number;
                                Gd?: number;
                                Tb?: number;
                                Dy?: number;
                                Ho?: number;
                                Er?: number;
                                Tm?: number;
                                Yb?: number;
                                Lu?: number;
                                Y?: number;
                                Sc?: number;
                            };
                        }[];
                        rest: {
                            /** @description Sources that are not named one by one */
                            count: number;
                            /** @description Part of the subject's REO */
                            share: number;
                            reoKg: number;
                            groups: {
                                kind: string;
                                status: string;
                                /** @description Province or country */
                                region?: string;
                                year?: number;
                                /** @description Sources in the group */
                                count: number;
                                /** @description Part of the subject's REO */
                                share: number;
                                reoKg: number;
                            }[];
                        };
                        unexplained: {
                            reoKg: number;
                            /** @description Part of the subject's REO that nobody can explain */
                            share: number;
                            introducedBy: {
                                /** @example excess:0190a1b2-… */
                                source: string;
                                /** @description The event that introduced it */
                                event?: string;
                                /** @description Whose event it is */
                                enterprise?: string;
                                /** @description `undispatched`, `surplus` or `excess` */
                                kind: string;
                                reoKg: number;
                                /** @description Share of each element of the subject that comes from here */
                                elements: {
                                    La?: number;
                                    Ce?: number;
                                    Pr?: number;
                                    Nd?: number;
                                    Sm?: number;
                                    Eu?: number;
                                    Gd?: number;
                                    Tb?: number;
                                    Dy?: number;
                                    Ho?: number;
                                    Er?: number;
                                    Tm?: number;
                                    Yb?: number;
                                    Lu?: number;
                                    Y?: number;
                                    Sc?: number;
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-operations": {
        parameters: {
            query?: {
                /** @description A queued or running operation goes on; the others have ended */
                state?: "queued" | "running" | "done" | "failed" | "cancelled";
                /** @description Only operations of this kind */
                kind?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Operation"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-operations-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the operation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-operations-id-cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the operation */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation, which may still be running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-paths": {
        parameters: {
            query: {
                /** @description Enterprise by its unified social credit code, or lot; `USCC:code` where the code is ambiguous */
                from: string;
                /** @description Enterprise by its unified social credit code, lot, or export declaration; `USCC:code` where the code is ambiguous */
                to: string;
                /** @description Most ways of the answer; default 10 */
                max?: number;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ways, the shortest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The shortest first; no two of them begin, or end, with the same event where there is a choice */
                        items: {
                            /** @description Events on the way */
                            length: number;
                            /** @description In the direction material flows */
                            steps: components["schemas"]["PathStep"][];
                        }[];
                        /** @description The search stopped at a limit: there may be other ways */
                        truncated: boolean;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-findings-id-referrals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the finding */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A package for each province */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-screening-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScreeningRunRequest"];
            };
        };
        responses: {
            /** @description The run is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningRunId"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-screening-runs-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the run */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScreeningRun"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-screening-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Rule"][];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-screening-rules-code-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code of a rule */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParametersChange"];
            };
        };
        responses: {
            /** @description They are set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParametersSet"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-search": {
        parameters: {
            query: {
                /** @description Beginning of a number or code, or any part of a name; case and width of letters do not matter */
                q: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most 20 of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-shipments-declaration-provenance": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description What the graph is made of; default `lots` */
                view?: "lots" | "enterprises";
                /** @description Most nodes of the graph, nearest first; default 2,000, 0 for totals only */
                maxNodes?: number;
                /** @description Walk the ledger and name every source, however small */
                exact?: boolean;
            };
            header?: never;
            path: {
                /** @description Number of the export declaration */
                declaration: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The full answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                        /** @description Largest share first, at most 200; the others are in `rest` */
                        origins: {
                            source: {
                                /** @example mining-licence:C3600002011075120118276:2026 */
                                id: string;
                                /** @description `mine`, `import`, `scrap`, `opening-stock` */
                                kind: string;
                                /** @description USCC of the enterprise of its latest root event */
                                enterprise?: string;
                                /** @description GB/T 2260 code, or country of an import */
                                region?: string;
                                /** @description Licence, declaration, supplier or enterprise */
                                reference: string;
                                /** @description `legal`, `illegal` or `unverified` */
                                status: string;
                            };
                            reoKg: number;
                            /** @description Part of the subject's REO; 0 where it is present but rounds to nothing */
                            share: number;
                            /** @description At least this much of the REO, whatever happened inside the plants */
                            shareMin?: number;
                            /** @description At most this much of the REO, whatever happened inside the plants */
                            shareMax?: number;
                            /** @description Share of each element of the subject that comes from here */
                            elements: {
                                La?: number;
                                Ce?: number;
                                Pr?: number;
                                Nd?: number;
                                Sm?: number;
                                Eu?: number;
                                Gd?: number;
                                Tb?: number;
                                Dy?: number;
                                Ho?: number;
                                Er?: number;
                                Tm?: number;
                                Yb?: number;
                                Lu?: number;
                                Y?: number;
                                Sc?: number;
                            };
                        }[];
                        rest: {
                            /** @description Sources that are not named one by one */
                            count: number;
                            /** @description Part of the subject's REO */
                            share: number;
                            reoKg: number;
                            groups: {
                                kind: string;
                                status: string;
                                /** @description Province or country */
                                region?: string;
                                year?: number;
                                /** @description Sources in the group */
                                count: number;
                                /** @description Part of the subject's REO */
                                share: number;
                                reoKg: number;
                            }[];
                        };
                        unexplained: {
                            reoKg: number;
                            /** @description Part of the subject's REO that nobody can explain */
                            share: number;
                            introducedBy: {
                                /** @example excess:0190a1b2-… */
                                source: string;
                                /** @description The event that introduced it */
                                event?: string;
                                /** @description Whose event it is */
                                enterprise?: string;
                                /** @description `undispatched`, `surplus` or `excess` */
                                kind: string;
                                reoKg: number;
                                /** @description Share of each element of the subject that comes from here */
                                elements: {
                                    La?: number;
                                    Ce?: number;
                                    Pr?: number;
                                    Nd?: number;
                                    Sm?: number;
                                    Eu?: number;
                                    Gd?: number;
                                    Tb?: number;
                                    Dy?: number;
                                    Ho?: number;
                                    Er?: number;
                                    Tm?: number;
                                    Yb?: number;
                                    Lu?: number;
                                    Y?: number;
                                    Sc?: number;
                                };
                            }[];
                        };
                        chain: {
                            /** @description Material events upstream, the subject's own included */
                            events: number;
                            /** @description Holdings they drew, and the subject's own */
                            holdings: number;
                            enterprises: number;
                            /** @description Most events on one way */
                            depth: number;
                            /** Format: date-time */
                            firstAt?: string;
                            /** Format: date-time */
                            lastAt?: string;
                        };
                        crossProvince: {
                            /** @description Province the goods left */
                            from: string;
                            /** @description Province they went to */
                            to: string;
                            /** @description Accepted dispatches */
                            transfers: number;
                            /** @description Gross REO of these dispatches */
                            reoKg: number;
                            /** @description One of them carried mass of an illegal source */
                            flagged: boolean;
                        }[];
                        /** @description Findings on the chain of the subject that stand */
                        findings: components["schemas"]["ChainFinding"][];
                        graph: {
                            /** @description Nearest to the subject first */
                            nodes: ({
                                id: string;
                                kind: "event" | "holding" | "enterprise";
                                label: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /** @description In the direction material flows */
                            edges: {
                                from: string;
                                to: string;
                                massKg: number;
                                reoKg: number;
                                /** Format: date-time */
                                at: string;
                                /** @description Between enterprises: accepted dispatches */
                                transfers?: number;
                            }[];
                            shown: {
                                nodes: number;
                                edges: number;
                            };
                            total: {
                                nodes: number;
                                edges: number;
                            };
                            /** @description Less is shown than there is, or the walk stopped at a limit */
                            truncated: boolean;
                        };
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-shipments-declaration-origins": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Number of the export declaration */
                declaration: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sources, largest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                        /** @description Largest share first, at most 200; the others are in `rest` */
                        origins: {
                            source: {
                                /** @example mining-licence:C3600002011075120118276:2026 */
                                id: string;
                                /** @description `mine`, `import`, `scrap`, `opening-stock` */
                                kind: string;
                                /** @description USCC of the enterprise of its latest root event */
                                enterprise?: string;
                                /** @description GB/T 2260 code, or country of an import */
                                region?: string;
                                /** @description Licence, declaration, supplier or enterprise */
                                reference: string;
                                /** @description `legal`, `illegal` or `unverified` */
                                status: string;
                            };
                            reoKg: number;
                            /** @description Part of the subject's REO; 0 where it is present but rounds to nothing */
                            share: number;
                            /** @description At least this much of the REO, whatever happened inside the plants */
                            shareMin?: number;
                            /** @description At most this much of the REO, whatever happened inside the plants */
                            shareMax?: number;
                            /** @description Share of each element of the subject that comes from here */
                            elements: {
                                La?: number;
                                Ce?: number;
                                Pr?: number;
                                Nd?: number;
                                Sm?: number;
                                Eu?: number;
                                Gd?: number;
                                Tb?: number;
                                Dy?: number;
                                Ho?: number;
                                Er?: number;
                                Tm?: number;
                                Yb?: number;
                                Lu?: number;
                                Y?: number;
                                Sc?: number;
                            };
                        }[];
                        rest: {
                            /** @description Sources that are not named one by one */
                            count: number;
                            /** @description Part of the subject's REO */
                            share: number;
                            reoKg: number;
                            groups: {
                                kind: string;
                                status: string;
                                /** @description Province or country */
                                region?: string;
                                year?: number;
                                /** @description Sources in the group */
                                count: number;
                                /** @description Part of the subject's REO */
                                share: number;
                                reoKg: number;
                            }[];
                        };
                        unexplained: {
                            reoKg: number;
                            /** @description Part of the subject's REO that nobody can explain */
                            share: number;
                            introducedBy: {
                                /** @example excess:0190a1b2-… */
                                source: string;
                                /** @description The event that introduced it */
                                event?: string;
                                /** @description Whose event it is */
                                enterprise?: string;
                                /** @description `undispatched`, `surplus` or `excess` */
                                kind: string;
                                reoKg: number;
                                /** @description Share of each element of the subject that comes from here */
                                elements: {
                                    La?: number;
                                    Ce?: number;
                                    Pr?: number;
                                    Nd?: number;
                                    Sm?: number;
                                    Eu?: number;
                                    Gd?: number;
                                    Tb?: number;
                                    Dy?: number;
                                    Ho?: number;
                                    Er?: number;
                                    Tm?: number;
                                    Yb?: number;
                                    Lu?: number;
                                    Y?: number;
                                    Sc?: number;
                                };
                            }[];
                        };
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-shipments-declaration-verdict": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Number of the export declaration */
                declaration: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: components["schemas"]["Subject"];
                        asOf: components["schemas"]["AsOf"];
                        verdict: components["schemas"]["Verdict"];
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-sources-id-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the source, percent-encoded */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceDecision"];
            };
        };
        responses: {
            /** @description The decision is recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDecision"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-v1-verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictsQuestion"];
            };
        };
        responses: {
            /** @description One verdict per declaration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdicts"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-enterprises": {
        parameters: {
            query?: {
                /** @description Unified social credit code */
                uscc?: string;
                /** @description Where it lies, from its address; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description What it does */
                kinds?: "mine" | "recovery" | "smelter" | "metal" | "recycler" | "trader" | "importer" | "exporter" | "magnet" | "group" | "other";
                /** @description Group enterprise it belongs to; its own where it is one */
                group?: string;
                /** @description Name as registered */
                name?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Enterprise"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-enterprises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterpriseItems"];
                "application/x-ndjson": components["schemas"]["Enterprise"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-enterprises-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterpriseHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-sites": {
        parameters: {
            query?: {
                /** @description Code of the site */
                code?: string;
                /** @description Enterprise it belongs to */
                enterprise?: string;
                /** @description What it is */
                kind?: "mine" | "plant" | "warehouse" | "recovery";
                /** @description Where it lies; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Site"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteItems"];
                "application/x-ndjson": components["schemas"]["Site"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-sites-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-permits": {
        parameters: {
            query?: {
                /** @description Kind of permit */
                kind?: "mining-licence" | "exploration-licence" | "recovery-approval" | "eia" | "radiation-eia" | "safety" | "acceptance" | "project-approval" | "export-licence" | "dual-use-licence" | "restoration" | "waste-licence";
                /** @description Number of the permit */
                number?: string;
                /** @description Enterprise that holds it */
                holder?: string;
                /** @description Site it is for */
                site?: string;
                /** @description Whether it holds */
                status?: "valid" | "suspended" | "revoked";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Permit"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermitItems"];
                "application/x-ndjson": components["schemas"]["Permit"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-permits-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermitHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-quotas": {
        parameters: {
            query?: {
                /** @description Year it is for */
                year?: number;
                /** @description Batch of the year */
                batch?: number;
                /** @description What it allows */
                kind?: "mining-rock" | "mining-ion" | "separation";
                /** @description Group or enterprise that holds it */
                holder?: string;
                /** @description Holder of the parent row of the same year, batch and kind */
                parent?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Quota"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaItems"];
                "application/x-ndjson": components["schemas"]["Quota"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-quotas-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-published-lists": {
        parameters: {
            query?: {
                /** @description Year of the list */
                year?: number;
                /** @description Which list */
                kind?: "mine" | "smelter";
                /** @description Enterprise on it */
                enterprise?: string;
                /** @description Group that published it */
                group?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["PublishedListEntry"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-published-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishedListEntryItems"];
                "application/x-ndjson": components["schemas"]["PublishedListEntry"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-published-lists-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedListEntryHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-invoices": {
        parameters: {
            query?: {
                /** @description Code of 10 or 12 digits; fully digital invoices have none */
                code?: string;
                /** @description Number: 8 digits, of fully digital invoices 20 */
                number?: string;
                /** @description Seller */
                seller?: string;
                /** @description Buyer */
                buyer?: string;
                /** @description Place of issue; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description Whether it stands */
                state?: "normal" | "void" | "red" | "fake";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Invoice"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceItems"];
                "application/x-ndjson": components["schemas"]["Invoice"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-invoices-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-customs-declarations": {
        parameters: {
            query?: {
                /** @description Number of the declaration, 18 digits */
                number?: string;
                /** @description Into or out of the country */
                direction?: "import" | "export";
                /** @description Enterprise that imports or exports */
                party?: string;
                /** @description Country of origin or destination */
                country?: string;
                /** @description Customs district; four digits */
                customs?: string;
                /** @description Day it was declared */
                date?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["CustomsDeclaration"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-customs-declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomsDeclarationItems"];
                "application/x-ndjson": components["schemas"]["CustomsDeclaration"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-customs-declarations-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomsDeclarationHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-inspection-certificates": {
        parameters: {
            query?: {
                /** @description Number of the certificate */
                number?: string;
                /** @description Export or import declaration it belongs to */
                declaration?: string;
                /** @description A lot inspected */
                lots?: string;
                /** @description Outcome */
                result?: "pass" | "fail";
                /** @description Day of inspection */
                date?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["InspectionCertificate"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-inspection-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionCertificateItems"];
                "application/x-ndjson": components["schemas"]["InspectionCertificate"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-inspection-certificates-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionCertificateHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-resource-tax-certificates": {
        parameters: {
            query?: {
                /** @description Number of the certificate */
                number?: string;
                /** @description Who paid */
                taxpayer?: string;
                /** @description Region of the tax authority; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description Period it is for; a month 2026-10 or quarter 2026-Q4 */
                period?: string;
                /** @description Product code */
                product?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["ResourceTaxCertificate"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-resource-tax-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceTaxCertificateItems"];
                "application/x-ndjson": components["schemas"]["ResourceTaxCertificate"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-resource-tax-certificates-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTaxCertificateHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-samples": {
        parameters: {
            query?: {
                /** @description Number of the sample */
                number?: string;
                /** @description Where it was taken */
                enterprise?: string;
                /** @description Site where it was taken */
                site?: string;
                /** @description Lot it was taken from */
                lot?: string;
                /** @description Sampling point */
                point?: "feed-liquor" | "extraction-tank" | "product" | "ore";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Sample"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleItems"];
                "application/x-ndjson": components["schemas"]["Sample"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-samples-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-sanctions": {
        parameters: {
            query?: {
                /** @description Number of the decision */
                number?: string;
                /** @description Whom it concerns */
                enterprise?: string;
                /** @description What it does */
                kind?: "blacklist" | "production-suspended" | "sales-suspended" | "licence-stopped" | "illegal-source";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Sanction"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-sanctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SanctionItems"];
                "application/x-ndjson": components["schemas"]["Sanction"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-sanctions-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SanctionHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-monthly-reports": {
        parameters: {
            query?: {
                /** @description Who reports */
                enterprise?: string;
                /** @description Month it is for; a month YYYY-MM */
                month?: string;
                /** @description Product code */
                product?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["MonthlyReport"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-monthly-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonthlyReportItems"];
                "application/x-ndjson": components["schemas"]["MonthlyReport"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-monthly-reports-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyReportHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-leads": {
        parameters: {
            query?: {
                /** @description Number of the lead */
                number?: string;
                /** @description Where it came from */
                kind?: "tip" | "remote-sensing" | "transfer";
                /** @description Region it concerns; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description Enterprise it concerns */
                enterprise?: string;
                /** @description Case it led to */
                case?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Lead"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeadItems"];
                "application/x-ndjson": components["schemas"]["Lead"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-leads-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-inspections": {
        parameters: {
            query?: {
                /** @description Number of the inspection */
                number?: string;
                /** @description Enterprise inspected */
                enterprise?: string;
                /** @description Site inspected */
                site?: string;
                /** @description Where it took place; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description Kind of inspection */
                kind?: "routine" | "random" | "special" | "environment" | "safety" | "stock" | "monthly-review";
                /** @description Day it took place */
                date?: string;
                /** @description Outcome */
                result?: "pass" | "fail";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Inspection"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionItems"];
                "application/x-ndjson": components["schemas"]["Inspection"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-inspections-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-tax-returns": {
        parameters: {
            query?: {
                /** @description Who files */
                taxpayer?: string;
                /** @description Which tax */
                tax?: "vat" | "resource" | "environment";
                /** @description Period it is for; a year 2026, quarter 2026-Q4 or month 2026-10 */
                period?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["TaxReturn"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-tax-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxReturnItems"];
                "application/x-ndjson": components["schemas"]["TaxReturn"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-tax-returns-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxReturnHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-monitoring": {
        parameters: {
            query?: {
                /** @description Number of the record */
                number?: string;
                /** @description Enterprise monitored */
                enterprise?: string;
                /** @description Site monitored */
                site?: string;
                /** @description Monitoring point */
                point?: string;
                /** @description What was measured: NH3-N, SO2, …, treatment-outage */
                parameter?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["MonitoringRecord"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MonitoringRecordItems"];
                "application/x-ndjson": components["schemas"]["MonitoringRecord"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-monitoring-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitoringRecordHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-cases": {
        parameters: {
            query?: {
                /** @description Number of the case */
                number?: string;
                /** @description Enterprise it concerns */
                enterprise?: string;
                /** @description Region of the authority; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description Rule code */
                rules?: string;
                /** @description Where it stands */
                stage?: "lead" | "self-inspection" | "verification" | "explanation" | "handling-plan" | "rectification" | "acceptance" | "referred" | "closed";
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["AuthorityCase"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityCaseItems"];
                "application/x-ndjson": components["schemas"]["AuthorityCase"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-cases-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorityCaseHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-feeds": {
        parameters: {
            query?: {
                /** @description Name of the feed */
                feed?: string;
                /** @description Department that sends */
                department?: string;
                /** @description Collection it fills */
                collection?: string;
                /** @description Region it covers; 000000 or 100000: the nation; six digits of GB/T 2260, the first two a province */
                region?: string;
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
                /** @description The instant whose facts are listed; default that of `asOf`, else now */
                validAt?: string;
                /** @description Most items of the answer; default 50 */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description Natural key, its parts joined by `:` */
                            key: string;
                            /** @description Ledger position */
                            seq: number;
                            /**
                             * Format: date-time
                             * @description When it was recorded (an ISO 8601 instant with offset, from the year 1900 on)
                             */
                            recordedAt: string;
                            item: components["schemas"]["Feed"];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-v1-registry-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedItems"];
                "application/x-ndjson": components["schemas"]["Feed"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistryPutAnswer"];
                    "application/x-ndjson": components["schemas"]["RegistryResult"] | components["schemas"]["RegistrySummary"] | components["schemas"]["BrokenImport"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-v1-registry-feeds-key": {
        parameters: {
            query?: {
                /** @description As known at a ledger position, or at an instant */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Natural key, its parts joined by `:` */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds, and every version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedHistory"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
