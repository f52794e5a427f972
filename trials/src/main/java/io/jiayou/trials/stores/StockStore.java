package io.jiayou.trials.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.interceptors.TransactionManagingInterceptor;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon's JDBC engine behind its {@link EmbeddedEventStore}, as its Spring Boot starter sets them up: Spring's
 * transactions around every command, one connection each, everything else at its default. Its serialiser is ours.
 */
@Configuration(proxyBeanMethods = false)
class StockStore {

    /** More made no difference when it was tried. */
    private static final int CONNECTIONS = 32;

    @Bean
    HikariDataSource dataSource(@Value("${trials.postgres}") String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setAutoCommit(false);
        return new HikariDataSource(pool);
    }

    @Bean
    TransactionManager axonTransactionManager(DataSource dataSource) {
        return new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            EventSerializer serializer, ConnectionProvider connections, TransactionManager transactions) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(Upcasters.chain())
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        return engine;
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, TransactionManager transactions, EventSerializer serializer) {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        return tokens;
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine, CommandBus commands, TransactionManager transactions) {
        commands.registerHandlerInterceptor(new TransactionManagingInterceptor<>(transactions));
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }
}
