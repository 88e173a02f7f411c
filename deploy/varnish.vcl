# Varnish in front of Newsroom: every public page from memory, forgotten by key the moment something it shows changes.
#
# For Debian's packages `varnish` (7.1 or newer) and `varnish-modules`. docs/operating.md says how to install it; the short form:
#
#   - this file as /etc/varnish/newsroom.vcl;
#   - varnishd with   -a 127.0.0.1:6081 -f /etc/varnish/newsroom.vcl -p http_gzip_support=off -s malloc,256m
#     (gzip support off, so that the application's own Brotli and gzip are kept as they are);
#   - the application with   PURGE_URLS=varnish://127.0.0.1:6081 TRUSTED_PROXIES=1
#
# What to change is marked “Yours”.
vcl 4.1;

import std;
import var;
import xkey;

backend newsroom {
    .host = "127.0.0.1";  # Yours, where the application runs on another machine.
    .port = "8000";
    .connect_timeout = 2s;
    .first_byte_timeout = 60s;
    .between_bytes_timeout = 30s;
    .probe = {
        .request =
            "GET /healthz HTTP/1.1"
            "Host: news.example"  # Yours: a name that the application answers to.
            "Connection: close";
        .interval = 2s;
        .timeout = 2s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may have pages forgotten. Yours, where the application runs on another machine.
acl purgers {
    "127.0.0.1";
    "::1";
}

# Whose X-Forwarded-For and X-Forwarded-Proto are believed: nginx of deploy/nginx.conf, which replaces what clients sent.
# Yours, where it runs on another machine.
acl proxies {
    "127.0.0.1";
    "::1";
}

sub vcl_init {
    # A variable that nobody has set is not equal to itself: nothing would be kept until the first purge.
    if (!var.global_get("last purge")) {
        var.global_set("last purge", "none");
    }
}

sub vcl_recv {
    if (req.restarts > 0) {  # the application failed: what was kept is good enough, however old
        set req.grace = 24h;
        return (hash);
    }

    if (req.method == "PURGE") {
        # What came through nginx was not sent by the application. Varnish adds the address to a list that nginx began.
        if (client.ip !~ purgers || req.http.X-Forwarded-For ~ ",") {
            return (synth(403));
        }
        if (!req.http.xkey-purge) {
            return (synth(400));
        }
        # Pages that are on their way here may be old already: see vcl_backend_response.
        var.global_set("last purge", req.xid);
        set req.http.X-Forgotten = xkey.purge(req.http.xkey-purge);
        return (synth(200, req.http.X-Forgotten + " forgotten"));
    }

    # -- Headers that say where a request came from, of which clients can send what they like
    if (client.ip ~ proxies) {
        set req.http.X-Forwarded-For = regsub(req.http.X-Forwarded-For, "^(.*), *[^,]*$", "\1");
    } else {
        set req.http.X-Forwarded-For = client.ip;
        unset req.http.X-Forwarded-Proto;
    }
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Forwarded-Port;
    unset req.http.X-Forwarded-Server;
    unset req.http.X-Original-URL;
    unset req.http.X-Rewrite-URL;
    unset req.http.X-HTTP-Method-Override;
    unset req.http.Proxy;
    unset req.http.xkey-purge;
    unset req.http.X-Kept;

    if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
        return (synth(405));
    }

    # -- What is one person's alone, or nobody else will ask for: handed on as it is, and never kept
    if (req.method !~ "^(GET|HEAD)$"
        || req.http.Authorization
        || req.url ~ "^/(admin|previews|search|healthz|readyz)([/?]|$)"
        || req.url ~ "^/newsletter/(confirm|unsubscribe|preferences|new-address)/") {
        return (pass);
    }

    # -- Public pages: the same for everybody, so nothing that tells one reader from another gets through
    unset req.http.Cookie;
    set req.http.Host = regsub(std.tolower(req.http.Host), "\.?(:[0-9]*)?$", "");

    # Only `page` and `q` count, each once and in this order; the rest (utm_source, fbclid, anything) is taken off.
    if (req.url ~ "\?") {
        set req.http.X-Query = "";
        if (req.url ~ "[?&]page=") {
            set req.http.X-Query = "&page=" + regsub(req.url, "^.*[?&]page=([^&#]*).*$", "\1");
        }
        if (req.url ~ "[?&]q=") {
            set req.http.X-Query = req.http.X-Query + "&q=" + regsub(req.url, "^.*[?&]q=([^&#]*).*$", "\1");
        }
        set req.url = regsub(req.url, "\?.*$", "") + regsub(req.http.X-Query, "^&", "?");
        unset req.http.X-Query;
    }

    # Three forms of a page at most: Brotli, gzip, plain. Pictures and fonts have one.
    if (req.url ~ "\.(avif|jpg|png|woff2)(\?|$)") {
        unset req.http.Accept-Encoding;
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[, ])br *($|,|; *q=(1|0?\.0*[1-9]))") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(?i)(^|[, ])gzip *($|,|; *q=(1|0?\.0*[1-9]))") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }

    # While the application is well, what has expired is not shown.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    set req.http.X-Kept = "yes";
    return (hash);
}

sub vcl_hash {
    hash_data(req.url);
    hash_data(req.http.Host);
    hash_data(req.http.X-Forwarded-Proto);
    return (lookup);
}

sub vcl_miss {
    if (req.restarts > 0) {  # it failed a moment ago, and nothing older is here
        return (synth(503));
    }
}

sub vcl_backend_fetch {
    unset bereq.http.X-Kept;
    var.set("last purge", var.global_get("last purge"));
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        return (deliver);
    }
    if (beresp.status >= 500) {  # vcl_synth looks for something older
        return (abandon);
    }
    # Something was purged while this page was made or on its way: who waited for it may have it, nobody after them.
    if (var.get("last purge") != var.global_get("last purge")) {
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        return (deliver);
    }
    if (beresp.http.Cache-Control !~ "(?i)(^|[, ])public($|[, ])"
        || beresp.http.Cache-Control ~ "(?i)(^|[, ])(private|no-store|no-cache)"
        || beresp.http.Set-Cookie
        || (!beresp.http.Surrogate-Key && beresp.http.Cache-Control !~ "immutable")) {
        # Not kept. For a moment nobody waits for somebody else's answer to it, either.
        set beresp.uncacheable = true;
        set beresp.ttl = 5s;
        set beresp.grace = 0s;
        return (deliver);
    }
    # How long a page is kept is what its Cache-Control says (s-maxage). Every one has the key “everything”, too.
    set beresp.http.xkey = beresp.http.Surrogate-Key + " everything";
    set beresp.grace = 24h;
    set beresp.keep = 0s;
    return (deliver);
}

sub vcl_backend_error {
    if (!bereq.uncacheable) {
        return (abandon);  # vcl_synth looks for something older
    }
    set beresp.status = 503;
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "10";
    set beresp.http.X-Content-Type-Options = "nosniff";
    set beresp.http.Content-Security-Policy = "default-src 'none'; frame-ancestors 'none'";
    set beresp.body = {"<!DOCTYPE html>
<html lang="en"><head><title>Not available</title></head>
<body><h1>Not available at the moment</h1>
<p>The newsroom does not answer. Nothing that was saved is lost. Please try again in a minute.</p></body></html>
"};
    return (deliver);
}

sub vcl_synth {
    if (resp.status == 503 && req.restarts == 0 && req.http.X-Kept) {
        return (restart);
    }
    set resp.http.Content-Type = "text/html; charset=utf-8";
    set resp.http.Cache-Control = "no-store";
    set resp.http.X-Content-Type-Options = "nosniff";
    set resp.http.Content-Security-Policy = "default-src 'none'; frame-ancestors 'none'";
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    unset resp.http.Server;
    if (resp.status == 503) {
        set resp.http.Retry-After = "10";
        set resp.body = {"<!DOCTYPE html>
<html lang="en"><head><title>Not available</title></head>
<body><h1>Not available at the moment</h1>
<p>This page does not answer. Please try again in a minute.</p></body></html>
"};
    } else {
        set resp.body = resp.reason + {"
"};
    }
    return (deliver);
}

sub vcl_deliver {
    # For whoever looks after this: hit, miss or stale.
    if (!req.http.X-Kept) {
        unset resp.http.X-Cache;
    } elsif (obj.uncacheable || obj.hits == 0) {
        set resp.http.X-Cache = "miss";
    } elsif (obj.ttl <= 0s) {
        set resp.http.X-Cache = "stale";
    } else {
        set resp.http.X-Cache = "hit";
    }
    # What is between the application and its caches. Where a CDN stands in front and is purged by key, it needs
    # Surrogate-Key (Fastly) or Cache-Tag (Cloudflare), and takes them off itself: remove that line here and in nginx.conf.
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
    unset resp.http.xkey;
    # A page that is kept here is true now, not since it was made: browsers count their seconds from now.
    unset resp.http.Age;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    return (deliver);
}
