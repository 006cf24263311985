package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address by which people reach this server, for links that are passed on.
 *
 * @param publicAddress as the host says it, for example {@code https://gym.example}; null: the address in use
 */
@ConfigurationProperties("plumbline")
record PublicAddress(@Nullable String publicAddress) {
    PublicAddress {
        if (publicAddress != null && !publicAddress.isBlank() && !publicAddress.matches("https?://[^/?#\\s]+/?")) {
            throw new IllegalArgumentException(
                    "plumbline.public-address must be like https://gym.example, it was \"" + publicAddress + "\".");
        }
    }

    /** A link to pass on: of the address that was set, else of the one this request came by. */
    String link(String path, HttpServletRequest request) {
        return address(request.getRequestURL().toString(), request.getRequestURI()) + path;
    }

    /**
     * The address without a path.
     *
     * @param url of a request to this server
     * @param uri its path
     */
    String address(String url, String uri) {
        if (publicAddress != null && !publicAddress.isBlank()) {
            return publicAddress.endsWith("/") ? publicAddress.substring(0, publicAddress.length() - 1) : publicAddress;
        }
        return url.substring(0, url.length() - uri.length());
    }

    /** Whether a link names the machine it is opened on, so that it is of no use on another one. */
    static boolean isLocal(String link) {
        @Nullable String host = URI.create(link).getHost();
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("127.")
                || name.equals("[::1]")
                || name.equals("0.0.0.0");
    }
}
