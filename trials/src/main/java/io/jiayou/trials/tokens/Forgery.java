package io.jiayou.trials.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.http.access.Claims;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways to make a token that must not be believed, each wrong in one thing only. */
enum Forgery {
    /** The algorithm "none". */
    UNSIGNED {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return new PlainJWT(claims(it -> it)).serialize();
        }
    },
    /** HS256, with the public key for a secret: what a verifier does that believes the header's algorithm. */
    PUBLIC_KEY_AS_SECRET {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return withSecret(genuine, genuine.toECPublicKey().getEncoded());
        }
    },
    /** The same with the key's JSON for a secret. */
    PUBLIC_JSON_AS_SECRET {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return withSecret(genuine, genuine.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        }
    },
    /** Another key under the genuine one's id. */
    FOREIGN_KEY {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(foreign(), header(genuine.getKeyID()), claims(it -> it));
        }
    },
    UNKNOWN_ID {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(foreign(), header(UUID.randomUUID().toString()), claims(it -> it));
        }
    },
    NO_ID {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(genuine, header(null), claims(it -> it));
        }
    },
    /** The key for the check comes with the token. */
    KEY_IN_HEADER {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            ECKey foreign = foreign();
            return signed(foreign, header(genuine.getKeyID()).jwk(foreign.toPublicJWK()), claims(it -> it));
        }
    },
    /** The token says where to fetch the key. */
    ADDRESS_OF_KEYS {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(foreign(), header(genuine.getKeyID()).jwkURL(trap), claims(it -> it));
        }
    },
    ADDRESS_OF_CERTIFICATE {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(foreign(), header(genuine.getKeyID()).x509CertURL(trap), claims(it -> it));
        }
    },
    /** Well signed, but with a header that names keys. */
    GENUINE_WITH_ADDRESS {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(genuine, header(genuine.getKeyID()).jwkURL(trap), claims(it -> it));
        }
    },
    /** A token of another role, under the signature of a genuine one. */
    OTHER_CLAIMS {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            String[] auditor = signed(genuine, header(genuine.getKeyID()), claims(it -> with(it, "role", "auditor")))
                    .split("\\.", -1);
            String[] operations = signed(genuine, header(genuine.getKeyID()), claims(it -> it))
                    .split("\\.", -1);
            return operations[0] + "." + operations[1] + "." + auditor[2];
        }
    },
    NO_SIGNATURE {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            String token = signed(genuine, header(genuine.getKeyID()), claims(it -> it));
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    /** A signature of zeros: CVE-2022-21449. */
    ZERO_SIGNATURE {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            String token = signed(genuine, header(genuine.getKeyID()), claims(it -> it));
            return token.substring(0, token.lastIndexOf('.') + 1) + Base64URL.encode(new byte[64]);
        }
    },
    EXPIRED {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(with(it, "iat", now() - 400), "exp", now() - 100));
        }
    },
    WITHOUT_END {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(it, "exp", null));
        }
    },
    TOO_LONG {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(it, "exp", now() + 86_400));
        }
    },
    FOR_OTHERS {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(it, "aud", "somebody-else"));
        }
    },
    OF_ANOTHER_ISSUER {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(it, "iss", "urn:another"));
        }
    },
    OF_ANOTHER_TYPE {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return signed(genuine, header(genuine.getKeyID()).type(JOSEObjectType.JWT), claims(it -> it));
        }
    },
    OF_NO_KNOWN_ROLE {
        @Override
        String token(ECKey genuine, URI trap) throws JOSEException, ParseException {
            return genuine(genuine, it -> with(it, "role", "root"));
        }
    };

    /**
     * A token that must be refused.
     *
     * @param genuine the key that the system signs with
     * @param trap an address that nobody may ask
     */
    abstract String token(ECKey genuine, URI trap) throws JOSEException, ParseException;

    /** A token as the system makes it: it must be believed, or the refusals of the others would prove nothing. */
    static String believable(ECKey genuine) throws JOSEException, ParseException {
        return genuine(genuine, it -> it);
    }

    private static String genuine(ECKey key, UnaryOperator<Map<String, Object>> change)
            throws JOSEException, ParseException {
        return signed(key, header(key.getKeyID()), claims(change));
    }

    private static String signed(ECKey key, JWSHeader.Builder header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String withSecret(ECKey genuine, byte[] secret) throws JOSEException, ParseException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(Claims.TYPE))
                .keyID(genuine.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(it -> it));
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    private static JWSHeader.Builder header(@Nullable String id) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(Claims.TYPE))
                .keyID(id);
    }

    private static ECKey foreign() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    private static JWTClaimsSet claims(UnaryOperator<Map<String, Object>> change) throws ParseException {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", "urn:jiayou");
        claims.put("aud", Claims.AUDIENCE);
        claims.put("sub", "forger");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now());
        claims.put("exp", now() + 300);
        claims.put(Claims.ROLE, "operations");
        claims.put(Claims.SESSION, "none");
        return JWTClaimsSet.parse(change.apply(claims));
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return claims;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
