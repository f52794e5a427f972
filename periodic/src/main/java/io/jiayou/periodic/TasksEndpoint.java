package io.jiayou.periodic;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code GET /actuator/tasks}: how each periodic task of this process stands. */
@Endpoint(id = "tasks")
public class TasksEndpoint {

    private final Schedule schedule;

    TasksEndpoint(Schedule schedule) {
        this.schedule = schedule;
    }

    /** By name. */
    public record Tasks(List<TaskState> tasks) {}

    @ReadOperation
    public Tasks tasks() {
        return new Tasks(schedule.tasks());
    }
}
