package org.plainfact.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts may be asked. One inside a network – this machine, a router, a service of a cloud – is not: a text must not
 * make whoever checks it ask there.
 *
 * @param inner hosts that may be asked all the same
 */
record Hosts(Set<String> inner) {
    /** Why an address is not asked for; empty where it may be. */
    Optional<Answer.Undecided> refuses(URI address) {
        if (!Address.isWeb(address)) {
            return refused("only addresses of http and https are asked for, not " + address);
        }
        if (address.getRawUserInfo() != null) {
            return refused("the address holds a name or password, which is not sent");
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (inner.contains(host) || isByProxy(address)) {
            return Optional.empty();
        }
        try {
            return List.of(InetAddress.getAllByName(host)).stream().anyMatch(Hosts::isInner)
                    ? refused(host + " is inside a network; list it in check.external.private if it may be asked")
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(new Answer.Undecided("there is no host " + host, false));
        }
    }

    private static Optional<Answer.Undecided> refused(String why) {
        return Optional.of(new Answer.Undecided(why));
    }

    /** A proxy looks up names by itself; often nobody else can. */
    private static boolean isByProxy(URI address) {
        boolean literal = address.getHost().startsWith("[") || address.getHost().matches("[\\d.]+");
        ProxySelector selector = ProxySelector.getDefault();
        return !literal
                && selector != null
                && selector.select(address).stream().allMatch(proxy -> proxy.type() != java.net.Proxy.Type.DIRECT);
    }

    /** By RFC 1918, 3927, 4193, 6598 and 6890. */
    static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean unique = address instanceof Inet6Address && (first & 0xFE) == 0xFC;
        boolean shared = bytes.length == 4 && first == 100 && (second & 0xC0) == 64;
        boolean nowhere = bytes.length == 4 && (first == 0 || first >= 240);
        return unique
                || shared
                || nowhere
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
